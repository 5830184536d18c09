package dev.keylint.lower.bicep;

import dev.keylint.bicep.BinaryOperator;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Operators as the functions that ARM has for them.
final class Operators {
  private static final BigDecimal BEYOND_LONG = new BigDecimal("9223372036854775808");

  private Operators() {}

  static Expr call(String function, Location at, Expr... arguments) {
    return new Expr.Call(Optional.empty(), function, List.of(arguments), at);
  }

  static Expr binary(BinaryOperator operator, Expr left, Expr right, Location at) {
    return switch (operator) {
      case MULTIPLY -> call("mul", at, left, right);
      case DIVIDE -> call("div", at, left, right);
      case MODULO -> call("mod", at, left, right);
      case ADD -> call("add", at, left, right);
      case SUBTRACT -> call("sub", at, left, right);
      case GREATER -> call("greater", at, left, right);
      case GREATER_OR_EQUAL -> call("greaterOrEquals", at, left, right);
      case LESS -> call("less", at, left, right);
      case LESS_OR_EQUAL -> call("lessOrEquals", at, left, right);
      case EQUALS -> call("equals", at, left, right);
      case NOT_EQUALS -> not(call("equals", at, left, right), at);
      case EQUALS_IGNORE_CASE -> equalsIgnoreCase(left, right, at);
      case NOT_EQUALS_IGNORE_CASE -> not(equalsIgnoreCase(left, right, at), at);
      case AND -> call("and", at, left, right);
      case OR -> call("or", at, left, right);
      case COALESCE -> call("coalesce", at, left, right);
    };
  }

  static Expr not(Expr operand, Location at) {
    return call("not", at, operand);
  }

  /// `0 - operand`; a literal becomes a negative literal.
  static Expr minus(Expr operand, Location at) {
    if (operand instanceof Expr.IntLiteral(var value, _)) {
      return new Expr.IntLiteral(-value, at);
    }
    if (operand instanceof Expr.DecimalLiteral(var value, _)) {
      // 2^63 alone does not fit 64 bits, its negative does.
      return value.compareTo(BEYOND_LONG) == 0
          ? new Expr.IntLiteral(Long.MIN_VALUE, at)
          : new Expr.DecimalLiteral(value.negate(), at);
    }
    return call("sub", at, new Expr.IntLiteral(0, at), operand);
  }

  private static Expr equalsIgnoreCase(Expr left, Expr right, Location at) {
    return call("equals", at, call("toLower", at, left), call("toLower", at, right));
  }
}
