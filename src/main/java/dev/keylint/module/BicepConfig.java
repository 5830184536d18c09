package dev.keylint.module;

import dev.keylint.text.Location;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What of a `bicepconfig.json` decides where modules come from, laid over what the file extends.
///
/// Names of aliases are case-sensitive, as for the Bicep CLI. The files are looked through one
/// after the other and not merged, since many folders may share one large file.
///
/// @param place where the configuration stands, for messages
/// @param registries of this file alone
/// @param templateSpecs of this file alone
/// @param ownCacheRoot `cacheRootDirectory` of this file alone
/// @param base what this one lies over, member by member
record BicepConfig(
    String place,
    Map<String, RegistryAlias> registries,
    Map<String, SpecAlias> templateSpecs,
    Optional<CacheRoot> ownCacheRoot,
    Optional<BicepConfig> base) {
  BicepConfig {
    registries = Map.copyOf(registries);
    templateSpecs = Map.copyOf(templateSpecs);
  }

  /// What holds without a file: the registry of Microsoft's public modules.
  static final BicepConfig BUILT_IN =
      new BicepConfig(
          "",
          Map.of(
              "public", new RegistryAlias(Optional.of("mcr.microsoft.com"), Optional.of("bicep"))),
          Map.of(),
          Optional.empty(),
          Optional.empty());

  /// `cacheRootDirectory` as written, and where.
  record CacheRoot(String text, Location at) {}

  /// `moduleAliases.br.NAME`: what stands before the rest of a reference.
  record RegistryAlias(Optional<String> registry, Optional<String> modulePath) {
    private RegistryAlias over(RegistryAlias base) {
      return new RegistryAlias(registry.or(base::registry), modulePath.or(base::modulePath));
    }
  }

  /// `moduleAliases.ts.NAME`.
  record SpecAlias(Optional<String> subscription, Optional<String> resourceGroup) {
    private SpecAlias over(SpecAlias base) {
      return new SpecAlias(
          subscription.or(base::subscription), resourceGroup.or(base::resourceGroup));
    }
  }

  /// What an alias stands for.
  sealed interface Alias {
    /// The start of an address, without a `/` at its end.
    record Prefix(String text) implements Alias {}

    /// Nothing, with what is wrong and what to do.
    record Unusable(String message, String help) implements Alias {}
  }

  Alias registryAlias(String name) {
    Optional<RegistryAlias> alias =
        layers()
            .flatMap(layer -> Optional.ofNullable(layer.registries.get(name)).stream())
            .reduce(RegistryAlias::over);
    return alias
        .flatMap(RegistryAlias::registry)
        .<Alias>map(host ->
            new Alias.Prefix(
                alias.flatMap(RegistryAlias::modulePath).map(it -> host + "/" + it).orElse(host)))
        .orElseGet(() -> unusable(name, alias.isPresent(), "br", "`registry`"));
  }

  Alias templateSpecAlias(String name) {
    Optional<SpecAlias> alias =
        layers()
            .flatMap(layer -> Optional.ofNullable(layer.templateSpecs.get(name)).stream())
            .reduce(SpecAlias::over);
    return alias
        .flatMap(SpecAlias::subscription)
        .flatMap(subscription ->
            alias.flatMap(SpecAlias::resourceGroup).map(group -> subscription + "/" + group))
        .<Alias>map(Alias.Prefix::new)
        .orElseGet(
            () -> unusable(name, alias.isPresent(), "ts", "`subscription` or `resourceGroup`"));
  }

  /// `cacheRootDirectory` of the nearest file that has it.
  Optional<CacheRoot> cacheRoot() {
    return layers().flatMap(layer -> layer.ownCacheRoot.stream()).findFirst();
  }

  /// This configuration laid over another one.
  BicepConfig over(BicepConfig below) {
    return new BicepConfig(place, registries, templateSpecs, ownCacheRoot, Optional.of(below));
  }

  private Stream<BicepConfig> layers() {
    return Stream.iterate(
            Optional.of(this), Optional::isPresent, layer -> layer.flatMap(BicepConfig::base))
        .flatMap(Optional::stream);
  }

  private Alias unusable(String name, boolean isThere, String kind, String missing) {
    if (isThere) {
      return new Alias.Unusable(
          "the module alias `" + name + "` of `" + place + "` has no " + missing, "add it there");
    }
    String where =
        place.isEmpty()
            ? "there is no bicepconfig.json that could define the module alias `" + name + "`"
            : "`" + place + "` defines no module alias `" + name + "`";
    return new Alias.Unusable(
        where,
        "define it under `moduleAliases`, `"
            + kind
            + "` in the nearest bicepconfig.json; those above the scanned folder are not read");
  }
}
