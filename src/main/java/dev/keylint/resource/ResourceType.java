package dev.keylint.resource;

import java.util.Locale;

/// A resource type such as `Microsoft.Search/searchServices`; equality ignores case, printing keeps
/// it.
public final class ResourceType {
  private final String name;
  private final String key;

  private ResourceType(String name) {
    this.name = name;
    this.key = name.toLowerCase(Locale.ROOT);
  }

  public static ResourceType of(String name) {
    return new ResourceType(name);
  }

  /// As it was written.
  public String name() {
    return name;
  }

  /// In lower case, for maps and ids.
  public String key() {
    return key;
  }

  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  /// The part before the first `/`: the resource provider.
  public String provider() {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceType that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
