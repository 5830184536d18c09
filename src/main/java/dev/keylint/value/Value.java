package dev.keylint.value;

import java.math.BigDecimal;
import java.util.List;

/// What a template expression evaluates to: a JSON value, or one that only Azure will know.
///
/// An absent property is not a value: it is an empty `Optional`. Two values are compared by
/// `Values`, which looks at what they say and not at where they come from.
public sealed interface Value {
  Origin origin();

  /// The same value, seen from another place.
  Value at(Origin origin);

  /// JSON null, written or made.
  record Null(Origin origin) implements Value {
    @Override
    public Null at(Origin origin) {
      return new Null(origin);
    }
  }

  /// True or false.
  record Bool(boolean value, Origin origin) implements Value {
    @Override
    public Bool at(Origin origin) {
      return new Bool(value, origin);
    }
  }

  /// A whole number; ARM's integers have 64 bits.
  record Int(long value, Origin origin) implements Value {
    @Override
    public Int at(Origin origin) {
      return new Int(value, origin);
    }
  }

  /// A number with a fraction or beyond 64 bits; Bicep has none, JSON has.
  ///
  /// One with a fraction or an exponent is a double in Azure, so `0.50` is `0.5`.
  record Decimal(BigDecimal value, Origin origin) implements Value {
    /// The most digits that such a number is printed with.
    private static final int DIGITS = 15;

    public Decimal {
      value = asDouble(value);
    }

    private static BigDecimal asDouble(BigDecimal written) {
      double nearest = written.doubleValue();
      if (written.scale() == 0 || Double.isInfinite(nearest)) {
        return written;
      }
      BigDecimal shortest = new BigDecimal(Double.toString(nearest)).stripTrailingZeros();
      // A whole number keeps its fraction: it is no integer.
      return shortest.scale() < 1 && shortest.precision() - shortest.scale() <= DIGITS
          ? shortest.setScale(1)
          : shortest;
    }

    @Override
    public Decimal at(Origin origin) {
      return new Decimal(value, origin);
    }
  }

  /// A text.
  record Str(String value, Origin origin) implements Value {
    @Override
    public Str at(Origin origin) {
      return new Str(value, origin);
    }
  }

  /// An array whose length is known; its items may be unknown.
  record Arr(List<Value> items, Origin origin) implements Value {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public Arr at(Origin origin) {
      return new Arr(items, origin);
    }
  }

  /// An object whose keys are known; its members may be unknown.
  record Obj(Properties properties, Origin origin) implements Value {
    @Override
    public Obj at(Origin origin) {
      return new Obj(properties, origin);
    }
  }

  /// A value that keylint does not know: the irreducible expression in normal form, and why it is
  /// one.
  record Unknown(Term term, Reason reason, Origin origin) implements Value {
    @Override
    public Unknown at(Origin origin) {
      return new Unknown(term, reason, origin);
    }
  }
}
