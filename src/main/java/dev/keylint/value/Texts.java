package dev.keylint.value;

/// Unknown values that are texts, whatever they turn out to be.
public final class Texts {
  private Texts() {}

  /// Whether it is certainly one; a parameter's value only as it is.
  public static boolean isText(Value.Unknown value) {
    return switch (value.term()) {
      case Term.Concat _ -> true;
      case Term.Call(String function, _) ->
          function.equals("parameters")
              && value.reason() instanceof Reason.MissingParameter given
              && given.text();
      case Term.Access _, Term.Lambda _ -> false;
    };
  }
}
