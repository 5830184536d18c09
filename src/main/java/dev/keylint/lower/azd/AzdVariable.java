package dev.keylint.lower.azd;

import dev.keylint.template.Expr;

/// What there is to say of an environment variable that a parameter file reads.
public sealed interface AzdVariable {
  /// A value that the user gave, which no output shows.
  record Given(String text) implements AzdVariable {}

  /// It has a value, and only the deployment knows which.
  ///
  /// @param value what stands for it
  /// @param mayBeEmpty whether it may be an empty text, so that a default counts
  record There(Expr value, boolean mayBeEmpty) implements AzdVariable {}

  /// Nobody gave it a value.
  record Unset() implements AzdVariable {}
}
