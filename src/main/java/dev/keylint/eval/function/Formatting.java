package dev.keylint.eval.function;

import dev.keylint.eval.function.CompositeFormat.Part;
import dev.keylint.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// `format`: .NET's composite formatting with the conventions of en-US.
final class Formatting {
  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of("format", Signature.of(Kind.TEXT).any(Kind.KNOWN), Formatting::format));

  private Formatting() {}

  private static FunctionResult format(Arguments arguments) {
    Optional<CompositeFormat> format = CompositeFormat.parse(arguments.text(0));
    if (format.isEmpty()) {
      return arguments.fail("can't read the format `" + arguments.shown(0) + "`");
    }
    List<Value> values = arguments.from(1);
    StringBuilder text = new StringBuilder();
    for (Part part : format.orElseThrow().parts()) {
      switch (part) {
        case Part.Literal(String literal) -> text.append(literal);
        case Part.Hole hole -> {
          if (hole.index() >= values.size()) {
            return arguments.fail("has no argument for `{" + hole.index() + "}`");
          }
          switch (formatted(values.get(hole.index()), hole.specifier())) {
            case NumberFormat.Text(String shown) -> text.append(padded(shown, hole.width()));
            case NumberFormat.Refused _ -> {
              return arguments.fail("can't format argument " + hole.index() + " this way");
            }
            case NumberFormat.NotImplemented _ -> {
              return arguments.open();
            }
          }
        }
      }
      if (text.length() > Limits.TEXT) {
        return arguments.tooMuch();
      }
    }
    return arguments.text(text.toString());
  }

  /// Only numbers heed a specifier.
  private static NumberFormat formatted(Value value, String specifier) {
    return switch (value) {
      case Value.Int(long number, _) when !specifier.isEmpty() ->
          NumberFormat.of(BigDecimal.valueOf(number), true, specifier);
      case Value.Decimal(BigDecimal number, _) when !specifier.isEmpty() ->
          NumberFormat.of(number, false, specifier);
      case Value _ -> new NumberFormat.Text(Rendering.text(value));
    };
  }

  private static String padded(String text, int width) {
    String padding = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
    return width < 0 ? text + padding : padding + text;
  }
}
