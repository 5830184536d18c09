package dev.keylint.value;

import java.util.List;
import java.util.Set;

/// The texts that a value holds of secrets, so that no output shows them.
public final class SecretTexts {
  /// Shorter numbers are everywhere.
  private static final long SMALLEST_NUMBER = 100_000;

  private SecretTexts() {}

  /// Adds what secure parameters and keys took part in.
  public static void marked(Value value, Set<String> found) {
    collect(value, false, found);
  }

  /// Adds all that a value holds which is secret as a whole.
  public static void all(Value value, Set<String> found) {
    collect(value, true, found);
  }

  private static void collect(Value value, boolean around, Set<String> found) {
    boolean secret = around || value.origin().secret();
    switch (value) {
      case Value.Str(String text, _) -> {
        if (secret && !text.isBlank()) {
          found.add(text);
        }
      }
      case Value.Int(long number, _) -> {
        if (secret && Math.abs(number) >= SMALLEST_NUMBER) {
          found.add(Long.toString(number));
        }
      }
      case Value.Arr(List<Value> items, _) -> items.forEach(item -> collect(item, secret, found));
      case Value.Obj(Properties properties, _) -> {
        for (Property property : properties) {
          collect(property.value(), secret, found);
        }
      }
      case Value.Unknown(Term term, _, _) -> term(term, found);
      case Value.Null _, Value.Bool _, Value.Decimal _ -> {}
    }
  }

  /// The known parts of an unknown value each say themselves whether they are secret.
  private static void term(Term term, Set<String> found) {
    switch (term) {
      case Term.Call(_, List<Value> arguments) -> arguments.forEach(it -> marked(it, found));
      case Term.Access(Value base, List<Value> path) -> {
        marked(base, found);
        path.forEach(it -> marked(it, found));
      }
      case Term.Concat(List<Value> parts) -> parts.forEach(it -> marked(it, found));
      case Term.Lambda(_, Value body) -> marked(body, found);
    }
  }
}
