package dev.keylint.module;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands between the quotes of a module: a path, or the address of a published module.
sealed interface ModuleReference {

  /// A file by a relative path.
  record Local(String path) implements ModuleReference {}

  /// An artifact of an OCI registry; the version is a tag, or a digest such as `sha256:…`.
  record Registry(String host, String repository, String version, boolean isDigest)
      implements ModuleReference {}

  /// A version of a template spec resource.
  record TemplateSpec(String subscription, String resourceGroup, String name, String version)
      implements ModuleReference {}

  /// No reference at all, with what is wrong about it.
  record Malformed(String message) implements ModuleReference {}

  /// Splits a reference; aliases are looked up in the configuration.
  static ModuleReference of(String text, BicepConfig config) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "" : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    if (scheme.equals("br")) {
      return Parsing.registry(rest, text);
    }
    if (scheme.equals("ts")) {
      return Parsing.templateSpec(rest, text);
    }
    if (scheme.startsWith("br/")) {
      String alias = scheme.substring("br/".length());
      return config
          .registryAlias(alias)
          .map(prefix -> Parsing.registry(prefix + "/" + rest, text))
          .orElseGet(() -> Parsing.noAlias(alias));
    }
    if (scheme.startsWith("ts/")) {
      String alias = scheme.substring("ts/".length());
      return config
          .templateSpecAlias(alias)
          .map(prefix -> Parsing.templateSpec(prefix + "/" + rest, text))
          .orElseGet(() -> Parsing.noAlias(alias));
    }
    return new Local(text);
  }

  /// The two kinds of addresses.
  final class Parsing {
    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
    private static final String HOST = "(?:" + NAME + "|\\[[0-9A-Fa-f:.]+])";
    private static final Pattern REGISTRY =
        Pattern.compile(
            "("
                + HOST
                + "(?::\\d+)?)/((?:"
                + NAME
                + "/)*"
                + NAME
                + ")(?::(\\w[\\w.-]*)|@([\\w:]+))");
    private static final Pattern TEMPLATE_SPEC =
        Pattern.compile("([\\w-]+)/(\\w[\\w.()-]*)/(\\w[\\w.()-]*):(\\w[\\w.-]*)");

    private Parsing() {}

    static ModuleReference registry(String address, String text) {
      Matcher matcher = REGISTRY.matcher(address);
      if (!matcher.matches()) {
        return new Malformed("`" + text + "` is no address of a module in a registry");
      }
      Optional<String> digest = Optional.ofNullable(matcher.group(4));
      return new Registry(
          matcher.group(1),
          matcher.group(2),
          digest.orElseGet(() -> matcher.group(3)),
          digest.isPresent());
    }

    static ModuleReference templateSpec(String address, String text) {
      Matcher matcher = TEMPLATE_SPEC.matcher(address);
      return matcher.matches()
          ? new TemplateSpec(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4))
          : new Malformed("`" + text + "` is no address of a template spec");
    }

    static ModuleReference noAlias(String alias) {
      return new Malformed("no bicepconfig.json defines the module alias `" + alias + "`");
    }
  }
}
