package dev.keylint.rule;

import java.util.List;

/// What a rule looks at, one at a time.
public sealed interface Match {

  /// Each resource of one of these types that the template or Azure declares, not the `existing`
  /// ones.
  record Resource(List<String> types) implements Match {
    public Resource {
      types = List.copyOf(types);
    }
  }

  /// Each role assignment, with its two ends.
  record Grant() implements Match {}

  /// Each call of an AI or Search service.
  record Call() implements Match {}

  /// Each way that a key takes from its service to a place where it is stored or shown.
  record KeyFlow() implements Match {}

  /// The name that the subject has in expressions.
  default String variable() {
    return switch (this) {
      case Resource _ -> "resource";
      case Grant _ -> "grant";
      case Call _ -> "call";
      case KeyFlow _ -> "keyFlow";
    };
  }
}
