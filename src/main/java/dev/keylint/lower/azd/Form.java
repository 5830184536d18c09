package dev.keylint.lower.azd;

import java.util.List;

/// A part of a text that azd substitutes.
sealed interface Form {
  /// Characters that stay.
  record Text(String text) implements Form {}

  /// `${NAME}`, or with an operator and what stands behind it: `${NAME=default}`, `${NAME/a/b}`.
  record Variable(String name, String operator, List<Form> arguments) implements Form {
    public Variable {
      arguments = List.copyOf(arguments);
    }
  }
}
