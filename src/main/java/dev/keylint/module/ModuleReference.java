package dev.keylint.module;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
      case "br" -> Parsing.registry(rest, text);
      case "ts" -> Parsing.templateSpec(rest, text);
      case String alias when alias.startsWith("br/") ->
          switch (config.registryAlias(alias.substring(3))) {
            case BicepConfig.Alias.Prefix(var prefix) ->
                Parsing.registry(prefix + "/" + rest, text);
            case BicepConfig.Alias.Unusable(var message, var help) ->
                new Malformed(message, Optional.of(help));
          };
      case String alias when alias.startsWith("ts/") ->
          switch (config.templateSpecAlias(alias.substring(3))) {
            case BicepConfig.Alias.Prefix(var prefix) ->
                Parsing.templateSpec(prefix + "/" + rest, text);
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

  /// The two kinds of addresses, as strict as the Bicep CLI and the OCI distribution specification.
  final class Parsing {
    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
    private static final String HOST = "(?:" + NAME + "|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?";
    private static final String SEGMENT = "[a-z0-9]+(?:[._-]+[a-z0-9]+)*";
    private static final Pattern REGISTRY =
        Pattern.compile(
            "(?<host>"
                + HOST
                + ")/(?<repository>(?:"
                + SEGMENT
                + "/)*"
                + SEGMENT
                + ")(?::(?<tag>\\w[\\w.-]{0,127})|@(?<digest>sha256:[0-9a-f]{64}))");
    private static final Pattern TEMPLATE_SPEC =
        Pattern.compile("([\\w-]+)/(\\w[\\w.()-]*)/(\\w[\\w.()-]*):(\\w[\\w.-]*)");
    private static final int MAX_LENGTH = 255;

    private Parsing() {}

    static ModuleReference registry(String address, String text) {
      Matcher matcher = REGISTRY.matcher(address);
      if (!matcher.matches()
          || matcher.group("host").length() > MAX_LENGTH
          || matcher.group("repository").length() > MAX_LENGTH) {
        return malformed(
            "`" + text + "` is no address of a module in a registry",
            "write `br:HOST/PATH:TAG` or `br:HOST/PATH@sha256:DIGEST`, the path in lower case");
      }
      Optional<String> digest = Optional.ofNullable(matcher.group("digest"));
      return new Registry(
          matcher.group("host").toLowerCase(Locale.ROOT),
          matcher.group("repository"),
          digest.orElseGet(() -> matcher.group("tag")),
          digest.isPresent());
    }

    static ModuleReference templateSpec(String address, String text) {
      Matcher matcher = TEMPLATE_SPEC.matcher(address);
      return matcher.matches()
          ? new TemplateSpec(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4))
          : malformed(
              "`" + text + "` is no address of a template spec",
              "write `ts:SUBSCRIPTION/RESOURCE-GROUP/NAME:VERSION`");
    }

    private static Malformed malformed(String message, String help) {
      return new Malformed(message, Optional.of(help));
    }
  }
}
