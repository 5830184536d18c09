package dev.keylint.bicep;

import java.util.Optional;

/// What may stand between the braces of an object.
public sealed interface ObjectMember extends Syntax
    permits ObjectMember.Property, Spread, Declaration.Resource, Declaration.Missing, Skipped {

  /// `key: value`.
  record Property(NameOrString key, Expression value, Extent extent) implements ObjectMember {
    /// The key, unless it is interpolated or missing.
    public Optional<String> name() {
      return key.literal();
    }

    /// Whether the key and the colon behind it are as they should be; else it may be any property.
    public boolean isRead() {
      return !(key instanceof Skipped) && extent.skipped().isEmpty();
    }
  }
}
