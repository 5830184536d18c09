package dev.keylint.value;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Compares what a loop makes with a value in which another index stands, or one that is not known.
///
/// @param counted whether it is known which turns there are, so that each has its number
public record Turns(boolean counted) {
  private static final String INDEX = "copyindex";
  private static final Set<String> SUMS = Set.of("add", "sub", "mul", "div", "mod");

  /// Whether a value is the same as that of a turn, but for the index.
  public boolean mayMake(Value turn, Value value) {
    if (turn instanceof Value.Unknown(Term term, _, _)) {
      return (!counted && isIndex(term))
          || (value instanceof Value.Unknown(Term other, _, _) && mayMake(term, other));
    }
    return (counted && turn instanceof Value.Int && value instanceof Value.Unknown)
        || Values.same(turn, value) == Truth.TRUE;
  }

  private boolean mayMake(Term turn, Term term) {
    return switch (turn) {
      case Term.Call(String function, List<Value> arguments) ->
          term instanceof Term.Call(String other, List<Value> others)
              && function.equalsIgnoreCase(other)
              && mayMake(arguments, others);
      case Term.Access(Value base, List<Value> path) ->
          term instanceof Term.Access(Value other, List<Value> others)
              && mayMake(base, other)
              && mayMake(path, others);
      case Term.Concat(List<Value> parts) ->
          term instanceof Term.Concat(List<Value> others) && mayMake(parts, others);
      case Term.Lambda _ -> Values.same(turn, term);
    };
  }

  private boolean mayMake(List<Value> turns, List<Value> values) {
    if (turns.size() != values.size()) {
      return false;
    }
    for (int i = 0; i < turns.size(); i++) {
      if (!mayMake(turns.get(i), values.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether it is the index of a turn, or is reckoned from that.
  private static boolean isIndex(Term term) {
    return term instanceof Term.Call(String function, List<Value> arguments)
        && (function.toLowerCase(Locale.ROOT).equals(INDEX)
            || (SUMS.contains(function.toLowerCase(Locale.ROOT))
                && arguments.stream()
                    .anyMatch(
                        it -> it instanceof Value.Unknown(Term part, _, _) && isIndex(part))));
  }
}
