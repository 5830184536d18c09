package dev.keylint.eval.function;

import java.util.List;
import java.util.function.LongBinaryOperator;

/// Whole numbers; 64 bits, as in Azure, where an overflow fails.
final class Numbers {
  static final List<PureFunction> FUNCTIONS =
      List.of(
          arithmetic("add", Math::addExact),
          arithmetic("sub", Math::subtractExact),
          arithmetic("mul", Math::multiplyExact),
          arithmetic("div", Math::divideExact),
          arithmetic("mod", (dividend, divisor) -> dividend % divisor));

  private Numbers() {}

  private static PureFunction arithmetic(String name, LongBinaryOperator operator) {
    return PureFunction.of(
        name,
        Signature.of(Kind.INT, Kind.INT),
        arguments -> {
          try {
            return arguments.integer(
                operator.applyAsLong(arguments.integer(0), arguments.integer(1)));
          } catch (ArithmeticException _) {
            return arguments.fail("divides by zero or leaves 64 bits");
          }
        });
  }
}
