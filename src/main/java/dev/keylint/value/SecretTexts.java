package dev.keylint.value;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The texts that a value holds of secrets, so that no output shows them.
///
/// @param given takes those that the user gave for this run alone
/// @param secret takes those that are secret everywhere
public record SecretTexts(Set<String> given, Set<String> secret) {
  /// Shorter numbers are everywhere.
  private static final long SMALLEST_NUMBER = 100_000;

  /// Adds all that a value holds which is secret as a whole.
  public static void all(Value value, Set<String> found) {
    new SecretTexts(new HashSet<>(), found).collect(value, Hiding.SECRET);
  }

  /// Adds what a value holds that is marked.
  public void collect(Value value) {
    collect(value, Hiding.NONE);
  }

  private void collect(Value value, Hiding around) {
    Hiding hiding = around.and(value.origin().hiding());
    switch (value) {
      case Value.Str(String text, _) -> {
        if (hiding != Hiding.NONE && !text.isBlank()) {
          add(text, hiding);
        }
      }
      case Value.Int(long number, _) -> {
        if (hiding != Hiding.NONE && Math.abs(number) >= SMALLEST_NUMBER) {
          add(Long.toString(number), hiding);
        }
      }
      case Value.Arr(List<Value> items, _) -> each(items, hiding);
      case Value.Obj(Properties properties, _) -> {
        for (Property property : properties) {
          collect(property.value(), hiding);
        }
      }
      case Value.Unknown(Term term, _, _) -> term(term);
      case Value.Null _, Value.Bool _, Value.Decimal _ -> {}
    }
  }

  /// The known parts of an unknown value each say themselves how they are hidden.
  private void term(Term term) {
    switch (term) {
      case Term.Call(_, List<Value> arguments) -> each(arguments, Hiding.NONE);
      case Term.Access(Value base, List<Value> path) -> {
        collect(base);
        each(path, Hiding.NONE);
      }
      case Term.Concat(List<Value> parts) -> each(parts, Hiding.NONE);
      case Term.Lambda(_, Value body) -> collect(body);
    }
  }

  private void each(List<Value> values, Hiding around) {
    for (Value value : values) {
      collect(value, around);
    }
  }

  private void add(String text, Hiding hiding) {
    switch (hiding) {
      case GIVEN -> given.add(text);
      case SECRET -> secret.add(text);
      case NONE -> {}
    }
  }
}
