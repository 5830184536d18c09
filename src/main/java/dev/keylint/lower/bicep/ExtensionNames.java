package dev.keylint.lower.bicep;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Which extension provides a type: their type libraries, which would say it, are not here.
final class ExtensionNames {
  private ExtensionNames() {}

  /// The provider in `name`, `name@version` or the address of a registry.
  static String provider(String specification) {
    String text = specification;
    if (text.startsWith("br:") || text.startsWith("br/")) {
      int path = text.lastIndexOf(':');
      text = path > "br:".length() ? text.substring(0, path) : text;
      String[] parts = text.split("[/:]");
      String last = parts[parts.length - 1];
      // Extensions with several schemas end in a version such as `v1.0` or `beta`.
      boolean versioned = last.matches("v\\d[\\w.]*|beta") && parts.length > 1;
      return versioned ? parts[parts.length - 2] : last;
    }
    int version = text.indexOf('@');
    return version < 0 ? text : text.substring(0, version);
  }

  /// The name that a file uses when it gives none.
  static String alias(String specification) {
    return provider(specification);
  }

  /// The namespace that a type is written with: `az` in `az:Provider/type@version`.
  static Optional<String> qualifier(String type) {
    int colon = type.indexOf(':');
    return colon > 0 && type.substring(0, colon).matches("\\w+")
        ? Optional.of(type.substring(0, colon))
        : Optional.empty();
  }

  /// The extension that a type most likely belongs to; empty for types of Azure Resource Manager.
  static Optional<String> of(ResourceTypeName type, Collection<String> extensions) {
    if (type.isAzure() || extensions.isEmpty()) {
      return Optional.empty();
    }
    boolean graph = type.type().toLowerCase(Locale.ROOT).startsWith("microsoft.graph/");
    String version = type.version().replace('.', '_').toLowerCase(Locale.ROOT);
    return extensions.stream()
        .filter(name -> isGraph(name) == graph)
        .max((a, b) -> Boolean.compare(mentions(a, version), mentions(b, version)))
        .or(() -> extensions.stream().findFirst());
  }

  private static boolean isGraph(String name) {
    return name.toLowerCase(Locale.ROOT).contains("graph");
  }

  private static boolean mentions(String name, String version) {
    return name.toLowerCase(Locale.ROOT).contains(version);
  }
}
