package dev.keylint.check;

/// The type of what a struct tells; the rule compiler checks expressions against it.
public sealed interface Type {
  Type BOOL = new Plain("bool");
  Type INT = new Plain("int");
  Type STRING = new Plain("string");
  Type DYN = new Plain("dyn");

  /// A type of CEL by its name.
  record Plain(String name) implements Type {}

  /// A list.
  record ListOf(Type items) implements Type {}

  /// A struct by its shape's name.
  record Of(String shape) implements Type {}

  static Type list(Type items) {
    return new ListOf(items);
  }
}
