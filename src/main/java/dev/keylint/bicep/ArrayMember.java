package dev.keylint.bicep;

/// What may stand between the brackets of an array.
public sealed interface ArrayMember extends Syntax permits ArrayMember.Item, Spread, Skipped {

  /// One element.
  record Item(Expression value, Extent extent) implements ArrayMember {}
}
