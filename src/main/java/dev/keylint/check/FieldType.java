package dev.keylint.check;

/// The type of what a struct tells; the rule compiler checks expressions against it.
public sealed interface FieldType {
  FieldType BOOL = new Plain("bool");
  FieldType INT = new Plain("int");
  FieldType STRING = new Plain("string");
  FieldType DYN = new Plain("dyn");

  /// A type of CEL by its name.
  record Plain(String name) implements FieldType {}

  /// A list.
  record ListOf(FieldType items) implements FieldType {}

  /// A struct by its shape's name.
  record Of(String shape) implements FieldType {}

  static FieldType list(FieldType items) {
    return new ListOf(items);
  }
}
