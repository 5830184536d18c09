package dev.keylint.template;

import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;

/// A text that the user gave for this run alone, such as the value of an environment variable: it
/// is evaluated like any other and shown nowhere.
public final class GivenText {
  /// The function that stands around such a text; no template can write its name.
  public static final String FUNCTION = "$given";

  private GivenText() {}

  /// The text as a value; truth values are no secrets and stand everywhere.
  public static Expr of(String text, Location at) {
    Expr literal = new Expr.StringLiteral(text, at);
    return text.isBlank() || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
        ? literal
        : new Expr.Call(Optional.empty(), FUNCTION, List.of(literal), at);
  }

  /// The text itself, where a number or truth value is made of it.
  public static Expr shown(Expr value) {
    return value instanceof Expr.Call(_, String function, List<Expr> arguments, _)
            && function.equals(FUNCTION)
        ? arguments.getFirst()
        : value;
  }
}
