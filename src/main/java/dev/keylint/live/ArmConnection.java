package dev.keylint.live;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The one way to Azure Resource Manager: every client of keylint is built on this pipeline.
///
/// Never the default pipeline of the management libraries: that one registers resource providers,
/// which writes.
final class ArmConnection {
  private static final int RETRIES = 6;

  private final URI endpoint;
  private final TokenCredential credential;
  private final String tokenScope;
  private final PageTee tee = new PageTee();
  private final HttpPipeline pipeline;

  ArmConnection(URI endpoint, TokenCredential credential) {
    this.endpoint = endpoint;
    this.credential = credential;
    this.tokenScope = endpoint.resolve("/.default").toString();
    HttpClient http =
        new JdkHttpClientBuilder()
            .connectionTimeout(Duration.ofSeconds(10))
            .responseTimeout(Duration.ofSeconds(60))
            .readTimeout(Duration.ofSeconds(60))
            .build();
    List<HttpPipelinePolicy> policies = new ArrayList<>();
    policies.add(new ReadOnlyGuard(endpoint));
    policies.add(new UserAgentPolicy("keylint"));
    policies.add(new RequestIdPolicy());
    policies.add(tee);
    policies.add(new RetryPolicy(new RetryOptions(backoff())));
    policies.add(authentication());
    this.pipeline =
        new HttpPipelineBuilder()
            .httpClient(http)
            .policies(policies.toArray(HttpPipelinePolicy[]::new))
            .build();
  }

  /// Gets a first token, outside the pipeline: a retry policy would try a hopeless sign-in again
  /// and again.
  ///
  /// @throws SignInFailed when no way to sign in works
  void signIn() {
    credential.getTokenSync(new TokenRequestContext().addScopes(tokenScope));
  }

  URI endpoint() {
    return endpoint;
  }

  PageTee tee() {
    return tee;
  }

  HttpPipeline pipeline() {
    return pipeline;
  }

  /// What the management libraries want to know of a subscription.
  AzureProfile profile(String subscription) {
    Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
    String base = endpoint.toString().endsWith("/") ? endpoint.toString() : endpoint + "/";
    endpoints.put("resourceManagerEndpointUrl", base);
    endpoints.put("managementEndpointUrl", base);
    return new AzureProfile(null, subscription, new AzureEnvironment(endpoints));
  }

  /// Azure's policy refuses http; an emulator on this very machine has no certificate to show.
  private HttpPipelinePolicy authentication() {
    return endpoint.getScheme().equals("http") && isLoopback(endpoint.getHost())
        ? new LoopbackAuthentication(credential, tokenScope)
        : new BearerTokenAuthenticationPolicy(credential, tokenScope);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /// azure-core honours Retry-After itself; this is what it does without one.
  private static ExponentialBackoffOptions backoff() {
    return new ExponentialBackoffOptions()
        .setMaxRetries(RETRIES)
        .setBaseDelay(Duration.ofMillis(800))
        .setMaxDelay(Duration.ofSeconds(16));
  }
}
