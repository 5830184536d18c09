package dev.keylint.value;

import java.util.List;
import java.util.Set;

/// The texts that a value holds of secrets, so that no output shows them.
public final class SecretTexts {
  /// Shorter numbers are everywhere.
  private static final long SMALLEST_NUMBER = 100_000;

  private SecretTexts() {}

  /// Adds what is hidden like this.
  public static void marked(Value value, Hiding as, Set<String> found) {
    collect(value, Hiding.NONE, as, found);
  }

  /// Adds all that a value holds which is secret as a whole.
  public static void all(Value value, Set<String> found) {
    collect(value, Hiding.SECRET, Hiding.SECRET, found);
  }

  private static void collect(Value value, Hiding around, Hiding as, Set<String> found) {
    Hiding hiding = around.and(value.origin().hiding());
    switch (value) {
      case Value.Str(String text, _) -> {
        if (hiding == as && !text.isBlank()) {
          found.add(text);
        }
      }
      case Value.Int(long number, _) -> {
        if (hiding == as && Math.abs(number) >= SMALLEST_NUMBER) {
          found.add(Long.toString(number));
        }
      }
      case Value.Arr(List<Value> items, _) ->
          items.forEach(item -> collect(item, hiding, as, found));
      case Value.Obj(Properties properties, _) -> {
        for (Property property : properties) {
          collect(property.value(), hiding, as, found);
        }
      }
      case Value.Unknown(Term term, _, _) -> term(term, as, found);
      case Value.Null _, Value.Bool _, Value.Decimal _ -> {}
    }
  }

  /// The known parts of an unknown value each say themselves how they are hidden.
  private static void term(Term term, Hiding as, Set<String> found) {
    switch (term) {
      case Term.Call(_, List<Value> arguments) -> arguments.forEach(it -> marked(it, as, found));
      case Term.Access(Value base, List<Value> path) -> {
        marked(base, as, found);
        path.forEach(it -> marked(it, as, found));
      }
      case Term.Concat(List<Value> parts) -> parts.forEach(it -> marked(it, as, found));
      case Term.Lambda(_, Value body) -> marked(body, as, found);
    }
  }
}
