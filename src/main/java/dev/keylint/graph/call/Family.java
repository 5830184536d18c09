package dev.keylint.graph.call;

import java.util.Optional;
import java.util.regex.Pattern;

/// The services that setting names speak of, by the words in them; used to tell which audience and
/// which key belong to which endpoint.
enum Family {
  SEARCH("SEARCH"),
  PROJECT("PROJECT|FOUNDRY|AGENT"),
  OPENAI("OPENAI|COGNITIVE|AI_?SERVICES|AOAI");

  private static final Pattern ENDPOINT =
      Pattern.compile("(?i)(ENDPOINT|API_BASE|BASE_URL|(_|__)(URL|URI)|CONNECTION_?STRING)$");
  private static final Pattern BARE_SEARCH =
      Pattern.compile(
          "(APP_)?(AZURE_)?(AI_|COGNITIVE_)?SEARCH_((SERVICE|RESOURCE|INSTANCE)(_NAME)?|NAME)");

  /// Without `AZURE` the word alone may name another thing, as `OPENAI_SERVICE=azure` does.
  private static final Pattern BARE_OPENAI =
      Pattern.compile(
          "(APP_|AI_)*+AZURE_(AI_)?OPEN_?AI_((API_)?(SERVICE|RESOURCE|ACCOUNT|INSTANCE)(_NAME)?|NAME)"
              + "|(APP_)?(OPEN_?AI|AOAI)_(API_)?(SERVICE|RESOURCE|ACCOUNT|INSTANCE)_NAME");

  private static final Pattern AUDIENCE =
      Pattern.compile("(?i)AUDIENCE|SCOPE|RESOURCE_ID_URI|TOKEN_RESOURCE");
  private static final Pattern KEY = Pattern.compile(".*(_|AI|API|ADMIN|QUERY)KEY");

  private final Pattern words;

  Family(String words) {
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /// The family that a name speaks of.
  static Optional<Family> of(String name) {
    for (Family family : values()) {
      String said = family == SEARCH ? OtherSearch.without(SettingName.words(name)) : name;
      if (family.words.matcher(said).find()) {
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
      case OPENAI, AI_SERVICES, REGIONAL, OWN, OTHER, OPEN -> OPENAI;
    };
  }

  /// Whether a name is one that endpoints have.
  static boolean namesEndpoint(String name) {
    return of(name).isPresent() && ENDPOINT.matcher(name).find() && !namesAudience(name);
  }

  /// The service of which the name is given instead of its URL under such a name; empty when a name
  /// is none of these.
  static Optional<Service> bareNameOf(String name) {
    String words = SettingName.words(name);
    if (BARE_SEARCH.matcher(words).matches()) {
      return Optional.of(Service.SEARCH);
    }
    return BARE_OPENAI.matcher(words).matches() ? Optional.of(Service.OPENAI) : Optional.empty();
  }

  static boolean namesAudience(String name) {
    return AUDIENCE.matcher(name).find();
  }

  static boolean namesKey(String name) {
    return of(name).isPresent() && isKey(name);
  }

  /// Whether a name is one that keys of any service have.
  static boolean isKey(String name) {
    String words = SettingName.words(name);
    return KEY.matcher(words).matches() && !KeyName.isOfOther(words);
  }
}
