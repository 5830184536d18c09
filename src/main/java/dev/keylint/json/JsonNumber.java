package dev.keylint.json;

import dev.keylint.text.Span;
import java.math.BigDecimal;
import java.util.OptionalLong;

/// A JSON number, exactly as written: `1.0` keeps its fraction and is no integer.
public record JsonNumber(BigDecimal value, Span span) implements JsonValue {
  private static final int LONGEST_LONG = 19;

  /// The number when it is written without fraction and exponent and fits 64 bits.
  public OptionalLong integer() {
    // An exponent can ask for a billion digits, so the shape is tested before any conversion.
    if (value.scale() != 0 || value.precision() > LONGEST_LONG) {
      return OptionalLong.empty();
    }
    long narrow = value.longValue();
    return BigDecimal.valueOf(narrow).compareTo(value) == 0
        ? OptionalLong.of(narrow)
        : OptionalLong.empty();
  }
}
