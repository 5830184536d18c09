package dev.keylint.check;

import dev.keylint.check.Datum.Int;
import dev.keylint.check.Datum.Items;
import dev.keylint.check.Datum.Real;
import dev.keylint.check.Datum.Text;
import dev.keylint.rule.Function;
import java.util.ArrayList;
import java.util.List;

/// `+ - * / %` on known values; what does not fit in 64 bits fails.
final class Arithmetic {
  private Arithmetic() {}

  static Result of(Function function, Result left, Result right) {
    Why why = left.why().and(right.why());
    Datum first = ((Result.Known) left).datum();
    Datum second = ((Result.Known) right).datum();
    if (first instanceof Int(long a) && second instanceof Int(long b)) {
      try {
        return new Result.Known(new Int(whole(function, a, b)), why);
      } catch (ArithmeticException e) {
        String problem = b == 0 ? "division by zero" : "a number beyond 64 bits";
        return new Result.Failed(problem, why);
      }
    }
    if (first instanceof Real(double a) && second instanceof Real(double b)) {
      return real(function, a, b, why);
    }
    if (function == Function.ADD && first instanceof Text(String a)) {
      return second instanceof Text(String b)
          ? new Result.Known(new Text(a + b), why)
          : Mismatch.of(right, "a text");
    }
    if (function == Function.ADD && first instanceof Items(var a)) {
      return second instanceof Items(var b) ? append(a, b, why) : Mismatch.of(right, "an array");
    }
    return Mismatch.of(first instanceof Int || first instanceof Real ? right : left, "a number");
  }

  static Result negate(Result operand) {
    return switch (((Result.Known) operand).datum()) {
      case Int(long value) when value != Long.MIN_VALUE ->
          new Result.Known(new Int(-value), operand.why());
      case Int _ -> new Result.Failed("a number beyond 64 bits", operand.why());
      case Real(double value) -> new Result.Known(new Real(-value), operand.why());
      case Datum _ -> Mismatch.of(operand, "a number");
    };
  }

  private static Result append(List<Result> left, List<Result> right, Why why) {
    List<Result> all = new ArrayList<>(left);
    all.addAll(right);
    return new Result.Known(new Items(all), why);
  }

  private static long whole(Function function, long a, long b) {
    return switch (function) {
      case ADD -> Math.addExact(a, b);
      case SUBTRACT -> Math.subtractExact(a, b);
      case MULTIPLY -> Math.multiplyExact(a, b);
      case DIVIDE -> Math.divideExact(a, b);
      // Of the smallest number and -1 not even the quotient fits.
      case MODULO -> a - Math.divideExact(a, b) * b;
      default -> throw new IllegalStateException("not arithmetic: " + function);
    };
  }

  private static Result real(Function function, double a, double b, Why why) {
    return switch (function) {
      case ADD -> new Result.Known(new Real(a + b), why);
      case SUBTRACT -> new Result.Known(new Real(a - b), why);
      case MULTIPLY -> new Result.Known(new Real(a * b), why);
      case DIVIDE -> new Result.Known(new Real(a / b), why);
      default -> new Result.Failed("no remainder of numbers with a fraction", why);
    };
  }
}
