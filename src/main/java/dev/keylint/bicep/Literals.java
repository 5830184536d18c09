package dev.keylint.bicep;

/// Which literals with braces or brackets an expression may start with, by its place.
enum Literals {
  /// None: in a hole of a string, or among the variables of a loop.
  NONE,
  /// Objects and arrays.
  ALL,
  /// Objects and arrays; the object is the body of a resource and may hold nested resources.
  WITH_RESOURCES
}
