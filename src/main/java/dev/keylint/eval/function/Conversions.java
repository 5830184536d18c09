package dev.keylint.eval.function;

import dev.keylint.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// One type into another.
final class Conversions {
  private static final Kind NUMBER_OR_TEXT =
      Kind.of(KindShape.STRING, KindShape.INT, KindShape.DECIMAL);
  private static final int LONGEST_NUMBER = 400;

  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of("string", Signature.of(Kind.KNOWN), Conversions::string),
          PureFunction.of("bool", Signature.of(Kind.SCALAR), Conversions::bool),
          PureFunction.of("int", Signature.of(NUMBER_OR_TEXT), Conversions::integer),
          PureFunction.of("float", Signature.of(NUMBER_OR_TEXT), Conversions::decimal));

  private Conversions() {}

  private static FunctionResult string(Arguments arguments) {
    Value value = arguments.value(0);
    return switch (value) {
      case Value.Arr _, Value.Obj _ -> arguments.text(Rendering.json(value, '"'));
      case Value _ -> arguments.text(Rendering.text(value));
    };
  }

  private static FunctionResult bool(Arguments arguments) {
    return switch (arguments.value(0)) {
      case Value.Bool(boolean truth, _) -> arguments.bool(truth);
      case Value.Int(long number, _) -> arguments.bool(number != 0);
      case Value value -> {
        String text = Rendering.text(value).strip();
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
          yield arguments.bool(text.equalsIgnoreCase("true"));
        }
        yield arguments.fail("wants `true` or `false`");
      }
    };
  }

  private static FunctionResult integer(Arguments arguments) {
    try {
      return switch (arguments.value(0)) {
        case Value.Int(long number, _) -> arguments.number(number);
        case Value.Decimal(BigDecimal number, _) when modest(number) ->
            arguments.number(number.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
        case Value value -> arguments.number(Long.parseLong(Rendering.text(value).strip()));
      };
    } catch (ArithmeticException | NumberFormatException _) {
      return arguments.fail("wants an integer of 64 bits");
    }
  }

  private static FunctionResult decimal(Arguments arguments) {
    String text = Rendering.text(arguments.value(0)).strip();
    try {
      if (text.length() < LONGEST_NUMBER && modest(new BigDecimal(text))) {
        return arguments.result(new Value.Decimal(new BigDecimal(text), arguments.origin()));
      }
      return arguments.fail("wants a number that fits 64 bits");
    } catch (NumberFormatException _) {
      return arguments.fail("wants a number");
    }
  }

  private static boolean modest(BigDecimal number) {
    return Math.abs((long) number.scale()) < LONGEST_NUMBER;
  }
}
