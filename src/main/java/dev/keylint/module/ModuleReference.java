package dev.keylint.module;

import java.util.Optional;

/// What stands between the quotes of a module: a path, or the address of a published module.
sealed interface ModuleReference {

  /// A file by a relative path.
  record Local(String path) implements ModuleReference {}

  /// An artifact of an OCI registry; the version is a tag, or a digest such as `sha256:…`.
  ///
  /// Invariant: no part can leave a folder or an URL that it is put into. The host is lower case.
  record Registry(String host, String repository, String version, boolean isDigest)
      implements ModuleReference {
    /// The reference without aliases.
    String text() {
      return "br:" + host + "/" + repository + (isDigest ? "@" : ":") + version;
    }
  }

  /// A version of a template spec resource.
  record TemplateSpec(String subscription, String resourceGroup, String name, String version)
      implements ModuleReference {
    /// The reference without aliases.
    String text() {
      return "ts:" + subscription + "/" + resourceGroup + "/" + name + ":" + version;
    }
  }

  /// No reference at all, with what is wrong about it and what to do.
  record Malformed(String message, Optional<String> help) implements ModuleReference {}

  /// Splits a reference; aliases are looked up in the configuration.
  static ModuleReference of(String text, BicepConfig config) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "" : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    return switch (scheme) {
      case "br" -> ModuleReferenceParsing.registry(rest, text);
      case "ts" -> ModuleReferenceParsing.templateSpec(rest, text);
      case String alias when alias.startsWith("br/") ->
          switch (config.registryAlias(alias.substring(3))) {
            case BicepConfig.Alias.Prefix(var prefix) ->
                ModuleReferenceParsing.registry(prefix + "/" + rest, text);
            case BicepConfig.Alias.Unusable(var message, var help) ->
                new Malformed(message, Optional.of(help));
          };
      case String alias when alias.startsWith("ts/") ->
          switch (config.templateSpecAlias(alias.substring(3))) {
            case BicepConfig.Alias.Prefix(var prefix) ->
                ModuleReferenceParsing.templateSpec(prefix + "/" + rest, text);
            case BicepConfig.Alias.Unusable(var message, var help) ->
                new Malformed(message, Optional.of(help));
          };
      default -> new Local(text);
    };
  }

  /// Whether a reference is a path, which no configuration has a say in.
  static boolean isLocal(String text) {
    return of(text, BicepConfig.BUILT_IN) instanceof Local;
  }
}
