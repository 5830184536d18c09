package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an object of Search (a skill, a vectorizer, the model of a knowledge base) calls when
/// Search uses it.
///
/// @param custom whether it is an endpoint of somebody's own, which may be anything
/// @param url where it goes
/// @param key what is sent as a key; an empty one is none
/// @param identity the identity that signs in; empty for that of the Search service itself
/// @param audience what the token is asked for, where Search does not know that itself
record SearchModel(
    boolean custom,
    Property url,
    Optional<Property> key,
    Optional<Property> identity,
    Optional<Property> audience) {

  private static final String OTHER_URL = "subdomainUrl";
  private static final List<String> URLS =
      List.of("resourceUri", "resourceUrl", "uri", "url", OTHER_URL);
  private static final List<String> KEYS = List.of("apiKey", "key");
  private static final List<String> IDENTITIES = List.of("authIdentity", "identity");
  private static final Set<String> KEY_HEADERS =
      Set.of("api-key", "x-functions-key", "ocp-apim-subscription-key");

  /// All that the objects in a value call, however deep.
  static List<SearchModel> in(Value root, ScriptVariables variables) {
    List<SearchModel> all = new ArrayList<>();
    collect("", root, variables, all);
    return all;
  }

  private static void collect(
      String name, Value value, ScriptVariables variables, List<SearchModel> all) {
    switch (value) {
      case Value.Obj(var members, _) -> {
        kind(name, value).flatMap(it -> read(it, value, variables)).ifPresent(all::add);
        members.forEach(it -> collect(plain(it.name()), it.value(), variables, all));
      }
      case Value.Arr(var items, _) -> items.forEach(it -> collect("", it, variables, all));
      case Value.Unknown unknown -> parts(unknown).forEach(it -> collect(name, it, variables, all));
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> {}
    }
  }

  /// What an expression is made of, which may hold objects: `union(..)`, `string(..)`, a text.
  static List<Value> parts(Value.Unknown unknown) {
    return switch (unknown.term()) {
      case Term.Call(_, var arguments) -> arguments;
      case Term.Concat(var parts) -> parts;
      case Term.Access _, Term.Lambda _ -> List.of();
    };
  }

  /// By the member that it is, or by what it says of itself.
  private static Optional<ModelKind> kind(String name, Value object) {
    return ModelKind.of(name).or(() -> ModelKind.of(type(object)));
  }

  /// The last word of an object's type, in lower case; empty when it says none.
  static String type(Value object) {
    String type =
        Bodies.text(object, "@odata.type")
            .or(() -> Bodies.text(object, ScriptObjects.CLASS))
            .orElse("");
    return type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static Optional<SearchModel> read(
      ModelKind kind, Value object, ScriptVariables variables) {
    Optional<Property> url = first(object, URLS);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    Property known = ScriptHoles.in(url.orElseThrow(), variables, true);
    return Optional.of(
        new SearchModel(
            kind == ModelKind.CUSTOM,
            kind == ModelKind.OTHER ? new Property(OTHER_URL, known.at(), known.value()) : known,
            key(object),
            first(object, IDENTITIES).flatMap(it -> identity(it, variables)),
            first(object, List.of("authResourceId"))
                .map(it -> ScriptHoles.in(it, variables, false))));
  }

  /// Whether the URL of a call is that of a model; else it is that of another service of an AI
  /// account, such as the one that skills are billed to.
  static boolean isInference(Property url) {
    return !url.name().equals(OTHER_URL);
  }

  private static Optional<Property> key(Value object) {
    return first(object, KEYS)
        .or(() ->
            first(object, List.of("httpHeaders"))
                .flatMap(headers ->
                    Bodies.members(headers.value()).stream()
                        .filter(it -> isKeyHeader(it.name()))
                        .findFirst()))
        .filter(it -> !ClientIds.isEmpty(it.value()).isTrue());
  }

  static boolean isKeyHeader(String name) {
    return KEY_HEADERS.contains(name.toLowerCase(Locale.ROOT));
  }

  /// The id of the identity that an object names; `DataNoneIdentity` names none.
  private static Optional<Property> identity(Property named, ScriptVariables variables) {
    if (named.value() instanceof Value.Obj) {
      return first(named.value(), List.of("userAssignedIdentity", "resourceId"))
          .filter(it -> !(it.value() instanceof Value.Str(var text, _) && text.isBlank()))
          .map(it -> ScriptHoles.in(it, variables, false));
    }
    return named.value() instanceof Value.Str(var text, _) && text.isBlank()
        ? Optional.empty()
        : Optional.of(ScriptHoles.in(named, variables, false));
  }

  /// The first of the members of these names, however libraries spell them.
  private static Optional<Property> first(Value object, List<String> names) {
    for (String name : names) {
      Optional<Property> found =
          Bodies.members(object).stream()
              .filter(it -> plain(it.name()).equals(name.toLowerCase(Locale.ROOT)))
              .filter(it -> !(it.value() instanceof Value.Null))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// The same name for `apiKey`, `api_key` and `ApiKey`.
  static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
