package dev.keylint.module;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Where the Bicep CLI keeps restored modules below its cache folder, so that both share them.
///
/// A registry module has a folder `br/HOST/REPOSITORY/VERSION`, in which `:` of the host and `/` of
/// the repository are `$`, and which holds these files. A template spec has its file alone.
final class CacheLayout {
  /// The compiled module.
  static final String TEMPLATE = "main.json";

  /// The manifest, byte for byte as the registry sent it.
  static final String MANIFEST = "manifest";

  /// JSON with the manifest's digest.
  static final String METADATA = "metadata";

  /// The Bicep files that the module was compiled from, when it was published with them.
  static final String SOURCES = "source.tgz";

  private CacheLayout() {}

  /// The folder of a registry module.
  static Path folder(Path cache, ModuleReference.Registry module) {
    return cache
        .resolve("br")
        .resolve(module.host().replace(':', '$'))
        .resolve(module.repository().replace('/', '$'))
        .resolve(
            module.isDigest() ? module.version().replace(':', '#') : encodedTag(module.version()));
  }

  /// The compiled file of a template spec.
  static Path file(Path cache, ModuleReference.TemplateSpec spec) {
    Path place = cache.resolve("ts");
    for (String part :
        List.of(spec.subscription(), spec.resourceGroup(), spec.name(), spec.version())) {
      place = place.resolve(part.toLowerCase(Locale.ROOT));
    }
    return place.resolve(TEMPLATE);
  }

  /// A tag, then `$` and a hexadecimal mask of its upper-case letters, because file systems may
  /// ignore case and tags don't.
  private static String encodedTag(String tag) {
    BigInteger mask = BigInteger.ZERO;
    for (int i = 0; i < tag.length(); i++) {
      if (Character.isUpperCase(tag.charAt(i))) {
        mask = mask.setBit(i);
      }
    }
    return tag + "$" + (mask.signum() == 0 ? "" : mask.toString(16));
  }
}
