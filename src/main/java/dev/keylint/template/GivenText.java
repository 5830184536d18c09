package dev.keylint.template;

import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;

/// A text that the user gave for this run alone, such as the value of an environment variable: it
/// is evaluated like any other and shown nowhere.
public final class GivenText {
  /// The function that stands around such a text; no template can write its name.
  public static final String FUNCTION = "$given";

  /// The function that stands around what a variable is, with the variable's name behind it.
  public static final String READ = "$read";

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
    if (!(value instanceof Expr.Call(_, String function, List<Expr> arguments, Location at))) {
      return value;
    }
    return switch (function) {
      case FUNCTION -> arguments.getFirst();
      case READ ->
          new Expr.Call(
              Optional.empty(), READ, List.of(shown(arguments.get(0)), arguments.get(1)), at);
      default -> value;
    };
  }

  /// What a variable is, which remembers where it comes from.
  public static Expr read(String name, Expr value) {
    Expr variable = new Expr.StringLiteral(name, value.at());
    return new Expr.Call(Optional.empty(), READ, List.of(value, variable), value.at());
  }
}
