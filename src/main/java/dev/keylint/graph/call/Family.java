package dev.keylint.graph.call;

import java.util.Optional;
import java.util.regex.Pattern;

/// The services that setting names speak of, by the words in them; used to tell which audience and
/// which key belong to which endpoint.
enum Family {
  SEARCH(Service.SEARCH, "SEARCH"),
  PROJECT(Service.FOUNDRY, "PROJECT|FOUNDRY|AGENT"),
  OPENAI(Service.OPENAI, "OPENAI|COGNITIVE|AI_?SERVICES|AOAI");

  private static final Pattern ENDPOINT =
      Pattern.compile("(?i)(ENDPOINT|API_BASE|BASE_URL|(_|__)(URL|URI)|CONNECTION_?STRING)$");
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)(APP_)?(AZURE_)?(AI_)?SEARCH_(SERVICE|SERVICE_NAME|NAME)"
              + "|(APP_)?AZURE_OPENAI_(RESOURCE|NAME|API_INSTANCE_NAME)");
  private static final Pattern AUDIENCE =
      Pattern.compile("(?i)AUDIENCE|SCOPE|RESOURCE_ID_URI|TOKEN_RESOURCE");
  private static final Pattern KEY =
      Pattern.compile("(?i)(API_?KEY|_KEY|ADMIN_?KEY|QUERY_?KEY|__key)$");

  private final Service service;
  private final Pattern words;

  Family(Service service, String words) {
    this.service = service;
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /// The service that a bare name of this family belongs to.
  Service service() {
    return service;
  }

  /// The family that a name speaks of.
  static Optional<Family> of(String name) {
    for (Family family : values()) {
      if (family.words.matcher(name).find()) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }

  /// The family of an endpoint that was found by its host.
  static Family of(Endpoint endpoint) {
    return switch (endpoint.service()) {
      case SEARCH -> SEARCH;
      case FOUNDRY -> PROJECT;
      case OPENAI, AI_SERVICES, REGIONAL, OTHER, OPEN -> OPENAI;
    };
  }

  /// Whether a name is one that endpoints have.
  static boolean namesEndpoint(String name) {
    return of(name).isPresent() && ENDPOINT.matcher(name).find() && !namesAudience(name);
  }

  /// Whether a name is one under which a service's name is given instead of its URL.
  static boolean namesService(String name) {
    return BARE.matcher(name).matches();
  }

  static boolean namesAudience(String name) {
    return AUDIENCE.matcher(name).find();
  }

  static boolean namesKey(String name) {
    return of(name).isPresent() && KEY.matcher(name).find();
  }
}
