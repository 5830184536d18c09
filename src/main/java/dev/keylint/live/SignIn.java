package dev.keylint.live;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.AzureDeveloperCliCredentialBuilder;
import com.azure.identity.AzurePipelinesCredentialBuilder;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.CredentialUnavailableException;
import com.azure.identity.EnvironmentCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// How keylint signs in: the ways that a pipeline or a person has, in order, the first that works.
///
/// Not `DefaultAzureCredential`: its message names the wrong cause, and it brings native code. A
/// client secret is refused: a tool against keys does not live on one.
public final class SignIn {
  private final Map<String, String> environment;
  private final GitHubTokens gitHub;

  /// Ways to sign in that these environment variables allow.
  public SignIn(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.gitHub = new GitHubTokens(this.environment);
  }

  TokenCredential credential() {
    return new FirstThatWorks(ways());
  }

  /// Name of the way to what makes its credential, in the order in which they are tried.
  private Map<String, Supplier<TokenCredential>> ways() {
    Map<String, Supplier<TokenCredential>> ways = new LinkedHashMap<>();
    ways.put("GitHub OIDC", this::gitHub);
    ways.put("Azure Pipelines", this::pipelines);
    ways.put("workload identity", () -> new WorkloadIdentityCredentialBuilder().build());
    ways.put("environment", this::certificate);
    ways.put("managed identity", this::managedIdentity);
    ways.put("Azure CLI", () -> new AzureCliCredentialBuilder().build());
    ways.put("Azure Developer CLI", () -> new AzureDeveloperCliCredentialBuilder().build());
    return ways;
  }

  private TokenCredential gitHub() {
    require(
        "ACTIONS_ID_TOKEN_REQUEST_URL",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
        "AZURE_CLIENT_ID",
        "AZURE_TENANT_ID");
    return new ClientAssertionCredentialBuilder()
        .clientId(value("AZURE_CLIENT_ID"))
        .tenantId(value("AZURE_TENANT_ID"))
        .clientAssertion(gitHub::token)
        .build();
  }

  private TokenCredential pipelines() {
    require(
        "SYSTEM_OIDCREQUESTURI",
        "SYSTEM_ACCESSTOKEN",
        "AZURESUBSCRIPTION_CLIENT_ID",
        "AZURESUBSCRIPTION_TENANT_ID",
        "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID");
    return new AzurePipelinesCredentialBuilder()
        .clientId(value("AZURESUBSCRIPTION_CLIENT_ID"))
        .tenantId(value("AZURESUBSCRIPTION_TENANT_ID"))
        .serviceConnectionId(value("AZURESUBSCRIPTION_SERVICE_CONNECTION_ID"))
        .systemAccessToken(value("SYSTEM_ACCESSTOKEN"))
        .build();
  }

  private TokenCredential certificate() {
    if (environment.containsKey("AZURE_CLIENT_SECRET")) {
      throw new CredentialUnavailableException(
          "AZURE_CLIENT_SECRET is set, and keylint does not sign in with a secret");
    }
    require("AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_CERTIFICATE_PATH");
    return new EnvironmentCredentialBuilder().build();
  }

  private TokenCredential managedIdentity() {
    if (!environment.containsKey("IDENTITY_ENDPOINT")
        && !environment.containsKey("AZURE_POD_IDENTITY_AUTHORITY_HOST")
        && !InstanceMetadata.answers()) {
      throw new CredentialUnavailableException("no identity endpoint of Azure answers here");
    }
    ManagedIdentityCredentialBuilder builder = new ManagedIdentityCredentialBuilder();
    Optional.ofNullable(environment.get("AZURE_CLIENT_ID")).ifPresent(builder::clientId);
    return builder.build();
  }

  private void require(String... names) {
    for (String name : names) {
      if (environment.getOrDefault(name, "").isBlank()) {
        throw new CredentialUnavailableException(name + " is not set");
      }
    }
  }

  private String value(String name) {
    return environment.getOrDefault(name, "");
  }

  /// Tries one after the other, once, and stays with the one that gave a token.
  private static final class FirstThatWorks implements TokenCredential {
    private final Map<String, Supplier<TokenCredential>> ways;
    private Optional<TokenCredential> chosen = Optional.empty();

    FirstThatWorks(Map<String, Supplier<TokenCredential>> ways) {
      this.ways = ways;
    }

    /// Signing in blocks; the pipeline asks on a thread that must not.
    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
      return Mono.fromCallable(() -> getTokenSync(request))
          .subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public synchronized AccessToken getTokenSync(TokenRequestContext request) {
      if (chosen.isPresent()) {
        return chosen.orElseThrow().getTokenSync(request);
      }
      List<SignInFailed.Attempt> attempts = new ArrayList<>();
      for (Map.Entry<String, Supplier<TokenCredential>> way : ways.entrySet()) {
        try {
          TokenCredential credential = way.getValue().get();
          AccessToken token = credential.getTokenSync(request);
          chosen = Optional.of(credential);
          return token;
        } catch (ClientAuthenticationException | IllegalArgumentException e) {
          attempts.add(new SignInFailed.Attempt(way.getKey(), firstLine(e)));
        }
      }
      throw new SignInFailed(attempts);
    }

    private static String firstLine(RuntimeException e) {
      String message = String.valueOf(e.getMessage()).strip();
      int end = message.indexOf('\n');
      return end < 0 ? message : message.substring(0, end).strip();
    }
  }
}
