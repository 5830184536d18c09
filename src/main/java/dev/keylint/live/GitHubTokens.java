package dev.keylint.live;

import com.azure.identity.CredentialUnavailableException;
import dev.keylint.json.JsonReader;
import dev.keylint.text.Source;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/// The ID tokens that a GitHub job may ask for when it has `id-token: write`.
final class GitHubTokens {
  private static final String AUDIENCE = "api://AzureADTokenExchange";

  private final Map<String, String> environment;

  GitHubTokens(Map<String, String> environment) {
    this.environment = environment;
  }

  /// A fresh token; asked for at each sign-in, because it lives for minutes only.
  String token() {
    String url =
        environment.getOrDefault("ACTIONS_ID_TOKEN_REQUEST_URL", "") + "&audience=" + AUDIENCE;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(20))
            .header(
                "Authorization",
                "Bearer " + environment.getOrDefault("ACTIONS_ID_TOKEN_REQUEST_TOKEN", ""))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return JsonReader.read(Source.of("token", response.body()))
          .object()
          .flatMap(object -> object.text("value"))
          .orElseThrow(() ->
              new CredentialUnavailableException(
                  "GitHub gave no ID token: status " + response.statusCode()));
    } catch (IOException e) {
      throw new CredentialUnavailableException("GitHub's token service can't be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CredentialUnavailableException("interrupted", e);
    }
  }
}
