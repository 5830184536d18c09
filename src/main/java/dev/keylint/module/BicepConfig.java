package dev.keylint.module;

import dev.keylint.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What of a `bicepconfig.json` decides where modules come from.
///
/// @param registries alias, to host and path prefix without a `/` at the end
/// @param templateSpecs alias, to `subscription/resourceGroup`
record BicepConfig(Map<String, String> registries, Map<String, String> templateSpecs) {
  /// What holds without a file: the registry of Microsoft's public modules.
  static final BicepConfig BUILT_IN =
      new BicepConfig(Map.of("public", "mcr.microsoft.com/bicep"), Map.of());

  Optional<String> registryAlias(String alias) {
    return Optional.ofNullable(registries.get(alias));
  }

  Optional<String> templateSpecAlias(String alias) {
    return Optional.ofNullable(templateSpecs.get(alias));
  }

  /// The built-in aliases with those of a file laid over them.
  static BicepConfig of(JsonObject file) {
    Map<String, String> registries = new TreeMap<>(BUILT_IN.registries);
    Map<String, String> templateSpecs = new TreeMap<>();
    Optional<JsonObject> aliases = file.object("moduleAliases");
    aliases
        .flatMap(all -> all.object("br"))
        .ifPresent(br ->
            br.members()
                .forEach(alias ->
                    br.object(alias.key())
                        .flatMap(BicepConfig::registry)
                        .ifPresent(prefix -> registries.put(alias.key(), prefix))));
    aliases
        .flatMap(all -> all.object("ts"))
        .ifPresent(ts ->
            ts.members()
                .forEach(alias ->
                    ts.object(alias.key())
                        .flatMap(BicepConfig::templateSpec)
                        .ifPresent(prefix -> templateSpecs.put(alias.key(), prefix))));
    return new BicepConfig(registries, templateSpecs);
  }

  private static Optional<String> registry(JsonObject alias) {
    return alias
        .text("registry")
        .map(host -> host + alias.text("modulePath").map(path -> "/" + path).orElse(""));
  }

  private static Optional<String> templateSpec(JsonObject alias) {
    return alias
        .text("subscription")
        .flatMap(
            subscription -> alias.text("resourceGroup").map(group -> subscription + "/" + group))
        .map(prefix -> prefix.toLowerCase(Locale.ROOT));
  }
}
