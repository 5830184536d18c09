package dev.keylint.check;

import dev.keylint.check.Datum.Bool;
import dev.keylint.check.Datum.Int;
import dev.keylint.check.Datum.Real;
import dev.keylint.check.Datum.Text;
import dev.keylint.rule.Function;
import java.math.BigDecimal;

/// `string()`, `int()`, `double()` and `bool()` on known values.
final class Conversions {
  private static final double TWO_63 = 0x1p63;

  private Conversions() {}

  static Result of(Function function, Result operand) {
    Datum datum = ((Result.Known) operand).datum();
    return switch (function) {
      case STRING -> string(datum, operand);
      case INT -> whole(datum, operand);
      case DOUBLE -> real(datum, operand);
      case BOOL -> bool(datum, operand);
      default -> throw new IllegalStateException("not a conversion: " + function);
    };
  }

  private static Result string(Datum datum, Result operand) {
    return switch (datum) {
      case Text _ -> operand;
      case Bool(boolean value) -> known(new Text(String.valueOf(value)), operand);
      case Int(long value) -> known(new Text(String.valueOf(value)), operand);
      case Real(double value) -> known(new Text(decimal(value)), operand);
      case Datum _ -> Mismatch.of(operand, "a text or number");
    };
  }

  /// As people write it: 1 for 1.0.
  static String decimal(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private static Result whole(Datum datum, Result operand) {
    return switch (datum) {
      case Int _ -> operand;
      case Real(double value) when value > -TWO_63 && value < TWO_63 ->
          known(new Int((long) value), operand);
      case Text(String text) when text.matches("[+-]?[0-9]{1,19}") -> {
        try {
          yield known(new Int(Long.parseLong(text)), operand);
        } catch (NumberFormatException e) {
          yield Mismatch.of(operand, "a number of 64 bits");
        }
      }
      case Datum _ -> Mismatch.of(operand, "a whole number");
    };
  }

  private static Result real(Datum datum, Result operand) {
    return switch (datum) {
      case Real _ -> operand;
      case Int(long value) -> known(new Real(value), operand);
      case Text(String text) -> {
        try {
          yield known(new Real(Double.parseDouble(text)), operand);
        } catch (NumberFormatException e) {
          yield Mismatch.of(operand, "a number");
        }
      }
      case Datum _ -> Mismatch.of(operand, "a number");
    };
  }

  private static Result bool(Datum datum, Result operand) {
    return switch (datum) {
      case Bool _ -> operand;
      case Text(String text) ->
          switch (text) {
            case "true", "True", "TRUE", "t", "1" -> known(Bool.of(true), operand);
            case "false", "False", "FALSE", "f", "0" -> known(Bool.of(false), operand);
            default -> Mismatch.of(operand, "a boolean");
          };
      case Datum _ -> Mismatch.of(operand, "a boolean");
    };
  }

  private static Result known(Datum datum, Result operand) {
    return new Result.Known(datum, operand.why());
  }
}
