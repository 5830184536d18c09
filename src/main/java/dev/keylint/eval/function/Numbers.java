package dev.keylint.eval.function;

import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;

/// Whole numbers; 64 bits, as in Azure, where an overflow fails.
final class Numbers {
  private static final Kind NUMBERS = Kind.of(KindShape.INT, KindShape.ARRAY).known();

  static final List<PureFunction> FUNCTIONS =
      List.of(
          arithmetic("add", Math::addExact),
          arithmetic("sub", Math::subtractExact),
          arithmetic("mul", Math::multiplyExact),
          arithmetic("div", Math::divideExact),
          arithmetic("mod", (dividend, divisor) -> dividend % divisor),
          extreme("min", Math::min),
          extreme("max", Math::max),
          PureFunction.of("range", Signature.of(Kind.INT, Kind.INT), Numbers::range));

  private Numbers() {}

  private static PureFunction arithmetic(String name, LongBinaryOperator operator) {
    return PureFunction.of(
        name,
        Signature.of(Kind.INT, Kind.INT),
        arguments -> {
          try {
            return arguments.number(
                operator.applyAsLong(arguments.integer(0), arguments.integer(1)));
          } catch (ArithmeticException _) {
            return arguments.fail("divides by zero or leaves 64 bits");
          }
        });
  }

  /// Of several numbers, or of the items of one array.
  private static PureFunction extreme(String name, LongBinaryOperator better) {
    return PureFunction.of(
        name,
        Signature.atLeast(1, NUMBERS),
        arguments -> {
          boolean array = arguments.size() == 1 && arguments.value(0) instanceof Value.Arr;
          List<Value> candidates = array ? arguments.items(0) : arguments.values();
          List<Long> numbers = new ArrayList<>(candidates.size());
          for (Value candidate : candidates) {
            if (!(candidate instanceof Value.Int(long number, _))) {
              return arguments.fail("wants integers, got " + KindShape.of(candidate));
            }
            numbers.add(number);
          }
          return numbers.isEmpty()
              ? arguments.fail("wants at least one number")
              : arguments.number(
                  numbers.stream().mapToLong(Long::longValue).reduce(better).orElseThrow());
        });
  }

  private static FunctionResult range(Arguments arguments) {
    long start = arguments.integer(0);
    long count = arguments.integer(1);
    if (count < 0 || count > Limits.RANGE) {
      return arguments.fail("makes 0 to " + Limits.RANGE + " numbers, got " + count);
    }
    if (start < Integer.MIN_VALUE || start > Integer.MAX_VALUE - count) {
      return arguments.fail("leaves 32 bits");
    }
    List<Value> numbers = new ArrayList<>((int) count);
    for (long i = 0; i < count; i++) {
      numbers.add(new Value.Int(start + i, arguments.origin()));
    }
    return arguments.array(numbers);
  }
}
