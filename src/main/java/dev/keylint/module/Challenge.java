package dev.keylint.module;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a registry says in `WWW-Authenticate`: where a token is to be had, and for what.
record Challenge(String realm, Optional<String> service, Optional<String> scope) {

  /// The first challenge that asks for a bearer token and says where to get it.
  static Optional<Challenge> bearer(List<String> headers) {
    return headers.stream()
        .flatMap(header -> new ChallengeReader(header).challenges().stream())
        .filter(challenge -> challenge.scheme().equals("bearer"))
        .flatMap(challenge -> of(challenge.parameters()).stream())
        .findFirst();
  }

  private static Optional<Challenge> of(Map<String, String> parameters) {
    return Optional.ofNullable(parameters.get("realm"))
        .map(realm ->
            new Challenge(
                realm,
                Optional.ofNullable(parameters.get("service")),
                Optional.ofNullable(parameters.get("scope"))));
  }

  /// The address that gives a token to anyone who may read a repository.
  ///
  /// @throws URISyntaxException when the realm is no address
  URI address(String repository) throws URISyntaxException {
    StringBuilder text = new StringBuilder(realm);
    char separator = realm.indexOf('?') < 0 ? '?' : '&';
    text.append(separator)
        .append("scope=")
        .append(encoded(scope.orElse("repository:" + repository + ":pull")));
    service.ifPresent(name -> text.append("&service=").append(encoded(name)));
    return new URI(text.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
