package dev.keylint.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The values that an expression picks among.
public final class Alternatives {
  private static final Set<String> FUNCTIONS = Set.of("if", "coalesce");

  private Alternatives() {}

  /// What a value may turn out to be: itself, or the branches of its conditions. Null and the empty
  /// text are left out, as templates write them for "not wanted".
  public static List<Value> of(Value value) {
    List<Value> choices = new ArrayList<>();
    collect(value, choices);
    return choices;
  }

  /// The same, with the values that a parameter without one may take, where they are listed.
  public static List<Value> ofAllowed(Value value) {
    List<Value> all = new ArrayList<>();
    for (Value each : of(value)) {
      if (each instanceof Value.Unknown(Term.Call call, Reason.MissingParameter given, _)
          && call.function().equals("parameters")
          && !given.allowed().isEmpty()) {
        all.addAll(given.allowed());
      } else {
        all.add(each);
      }
    }
    return all;
  }

  private static void collect(Value value, List<Value> choices) {
    if (value instanceof Value.Null
        || (value instanceof Value.Str(var text, _) && text.isEmpty())) {
      return;
    }
    if (value instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)
        && FUNCTIONS.contains(function.toLowerCase(Locale.ROOT))) {
      boolean conditional = function.equalsIgnoreCase("if");
      arguments.stream().skip(conditional ? 1 : 0).forEach(each -> collect(each, choices));
      return;
    }
    choices.add(value);
  }
}
