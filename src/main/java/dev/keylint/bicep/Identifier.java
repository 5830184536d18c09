package dev.keylint.bicep;

/// A name as the user wrote it; the empty string where the name is missing or is no identifier.
public record Identifier(String name, Extent extent) implements NameOrString {
  public boolean isMissing() {
    return name.isEmpty();
  }
}
