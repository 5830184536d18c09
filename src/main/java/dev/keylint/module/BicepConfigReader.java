package dev.keylint.module;

import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads one `bicepconfig.json`, without what it extends; what has the wrong type is reported and
/// left out.
final class BicepConfigReader {
  private final Source source;
  private final List<Diagnostic> problems;

  BicepConfigReader(Source source, List<Diagnostic> problems) {
    this.source = source;
    this.problems = problems;
  }

  BicepConfig read(JsonObject file) {
    Optional<JsonObject> aliases = object(file, "moduleAliases");
    return new BicepConfig(
        source.path(),
        aliases(
            aliases,
            "br",
            alias ->
                new BicepConfig.RegistryAlias(text(alias, "registry"), text(alias, "modulePath"))),
        aliases(
            aliases,
            "ts",
            alias ->
                new BicepConfig.SpecAlias(
                    text(alias, "subscription"), text(alias, "resourceGroup"))),
        text(file, "cacheRootDirectory")
            .flatMap(text ->
                file.value("cacheRootDirectory")
                    .map(value -> new BicepConfig.CacheRoot(text, at(value)))),
        Optional.empty());
  }

  /// The text of a member; empty when it is absent, `null` or no text.
  Optional<String> text(JsonObject object, String name) {
    return present(object, name)
        .flatMap(value -> {
          if (value instanceof JsonString(var text, _)) {
            return Optional.of(text);
          }
          report("`" + name + "` is a text", value);
          return Optional.empty();
        });
  }

  void report(String message, JsonValue at) {
    problems.add(Diagnostic.of(Kind.SEMANTIC, message, at(at)));
  }

  private Location at(JsonValue value) {
    return new Location.InFile(source, value.span());
  }

  private <T> Map<String, T> aliases(
      Optional<JsonObject> aliases, String kind, Function<JsonObject, T> make) {
    Map<String, T> found = new TreeMap<>();
    aliases
        .flatMap(all -> object(all, kind))
        .ifPresent(all ->
            // By its own value: a look-up of each name would take time by the square of all.
            all.members()
                .forEach(member ->
                    object(member.key(), member.value())
                        .ifPresent(alias -> found.put(member.key(), make.apply(alias)))));
    return found;
  }

  private Optional<JsonObject> object(JsonObject parent, String name) {
    return present(parent, name).flatMap(value -> object(name, value));
  }

  private Optional<JsonObject> object(String name, JsonValue value) {
    if (value instanceof JsonObject object) {
      return Optional.of(object);
    }
    if (!(value instanceof JsonNull)) {
      report("`" + name + "` is an object", value);
    }
    return Optional.empty();
  }

  private static Optional<JsonValue> present(JsonObject object, String name) {
    return object.value(name).filter(value -> !(value instanceof JsonNull));
  }
}
