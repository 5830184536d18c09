package dev.keylint.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.CredentialUnavailableException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which ways to sign in are tried, and what each says when it has not what it needs.
final class SignInTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | GitHub OIDC | ACTIONS_ID_TOKEN_REQUEST_URL is not set",
        "ACTIONS_ID_TOKEN_REQUEST_URL=  | GitHub OIDC | ACTIONS_ID_TOKEN_REQUEST_URL is not set",
        "ACTIONS_ID_TOKEN_REQUEST_URL=u,ACTIONS_ID_TOKEN_REQUEST_TOKEN=t,AZURE_CLIENT_ID=c | GitHub"
            + " OIDC | AZURE_TENANT_ID is not set",
        "SYSTEM_OIDCREQUESTURI=u | Azure Pipelines | SYSTEM_ACCESSTOKEN is not set",
        "'' | environment | AZURE_CLIENT_ID is not set",
        "AZURE_CLIENT_ID=c,AZURE_TENANT_ID=t | environment | AZURE_CLIENT_CERTIFICATE_PATH is not"
            + " set",
        "AZURE_CLIENT_SECRET=s,AZURE_CLIENT_ID=c | environment | AZURE_CLIENT_SECRET is set, and"
            + " keylint does not sign in with a secret",
      })
  void eachWaySaysWhatIsMissing(String environment, String way, String why) {
    assertThat(attempts(environment))
        .filteredOn(it -> it.way().equals(way))
        .extracting(SignInFailed.Attempt::why)
        .containsExactly(why);
  }

  @Test
  void allWaysAreTriedInOrderAndEachSaysOneLine() {
    List<SignInFailed.Attempt> attempts = attempts("");
    assertThat(attempts)
        .extracting(SignInFailed.Attempt::way)
        .containsExactly(
            "GitHub OIDC",
            "Azure Pipelines",
            "workload identity",
            "environment",
            "managed identity",
            "Azure CLI",
            "Azure Developer CLI");
    assertThat(attempts).allSatisfy(it -> assertThat(it.why()).isNotBlank().doesNotContain("\n"));
  }

  @Test
  void gitHubIsAskedForATokenForAzure() throws IOException {
    List<String> asked = new ArrayList<>();
    HttpServer server = server(asked, "{\"value\":\"id-token\"}");
    try {
      assertThat(tokens(server).token()).isEqualTo("id-token");
    } finally {
      server.stop(0);
    }
    assertThat(asked)
        .containsExactly("/?api-version=2&audience=api://AzureADTokenExchange Bearer request");
  }

  @Test
  void gitHubWithoutATokenSaysItsStatus() throws IOException {
    HttpServer server = server(new ArrayList<>(), "{\"message\":\"no\"}");
    try {
      assertThatThrownBy(() -> tokens(server).token())
          .isInstanceOf(CredentialUnavailableException.class)
          .hasMessage("GitHub gave no ID token: status 200");
    } finally {
      server.stop(0);
    }
    assertThatThrownBy(() -> tokens(server).token())
        .isInstanceOf(CredentialUnavailableException.class)
        .hasMessage("GitHub's token service can't be reached");
  }

  private static List<SignInFailed.Attempt> attempts(String environment) {
    Map<String, String> variables =
        environment.isEmpty()
            ? Map.of()
            : List.of(environment.split(",")).stream()
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
    return catchThrowableOfType(
            SignInFailed.class,
            () ->
                new SignIn(variables)
                    .credential()
                    .getTokenSync(
                        new TokenRequestContext().addScopes("https://x.example/.default")))
        .attempts();
  }

  private static GitHubTokens tokens(HttpServer server) {
    return new GitHubTokens(
        Map.of(
            "ACTIONS_ID_TOKEN_REQUEST_URL",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/?api-version=2",
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
            "request"));
  }

  private static HttpServer server(List<String> asked, String answer) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
