package dev.keylint.module;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a registry says in `WWW-Authenticate`: where a token is to be had, and for what.
record Challenge(String realm, Optional<String> service, Optional<String> scope) {
  private static final Pattern BEARER = Pattern.compile("(?i)\\s*bearer\\s+(.*)");
  private static final Pattern PARAMETER =
      Pattern.compile("(\\w+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");

  /// The first challenge that asks for a bearer token.
  static Optional<Challenge> bearer(List<String> headers) {
    return headers.stream().flatMap(header -> bearer(header).stream()).findFirst();
  }

  private static Optional<Challenge> bearer(String header) {
    Matcher bearer = BEARER.matcher(header);
    if (!bearer.matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new TreeMap<>();
    Matcher matcher = PARAMETER.matcher(bearer.group(1));
    while (matcher.find()) {
      String quoted = matcher.group(2);
      String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
    }
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
