package dev.keylint.docs;

import dev.keylint.value.Value;
import java.util.stream.Collectors;

/// A value of a rule as a reader of Bicep writes it.
final class Literal {
  private Literal() {}

  static String of(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(boolean truth, _) -> String.valueOf(truth);
      case Value.Int(long number, _) -> String.valueOf(number);
      case Value.Decimal(var number, _) -> number.toPlainString();
      case Value.Str(String text, _) -> "'" + text + "'";
      case Value.Arr(var items, _) ->
          items.stream().map(Literal::of).collect(Collectors.joining(", ", "[", "]"));
      case Value.Obj(var properties, _) ->
          properties.entries().stream()
              .map(property -> property.name() + ": " + of(property.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Value.Unknown _ -> throw new IllegalStateException("a rule holds an unknown value");
    };
  }
}
