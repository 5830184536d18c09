package dev.keylint.lower.bicep;

import java.util.regex.Pattern;

/// The string after a resource's name: `Provider/type@version`, or `type` for a nested one.
///
/// @param version empty when none is written
record ResourceTypeName(String type, String version) {
  private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

  static ResourceTypeName of(String text) {
    int at = text.lastIndexOf('@');
    return at < 0
        ? new ResourceTypeName(text, "")
        : new ResourceTypeName(text.substring(0, at), text.substring(at + 1));
  }

  /// The full type of a nested resource; it takes the version over when it writes none.
  ResourceTypeName in(ResourceTypeName parent) {
    return new ResourceTypeName(
        isFull() ? type : parent.type + "/" + type, version.isEmpty() ? parent.version : version);
  }

  /// Whether the type starts with a provider, as only that of a resource outside of others may.
  boolean isFull() {
    int slash = type.indexOf('/');
    return slash > 0 && type.substring(0, slash).contains(".");
  }

  /// Whether the version is a date, as Azure Resource Manager's are and those of extensions are
  /// not.
  boolean isAzure() {
    return version.isEmpty() || DATED.matcher(version).matches();
  }
}
