package dev.keylint.lower;

import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import java.util.List;
import java.util.Optional;

/// What stands after the `=` of a resource or module: an object, under a condition, in a loop.
///
/// @param scope the names that the object may use
record Body(
    Optional<Loop> loop, Optional<Expr> condition, Expression.ObjectSyntax object, Scope scope) {

  /// Takes a body apart; a body that could not be read is empty.
  static Body of(Expression value, String symbol, Scope scope, Expressions expressions) {
    return switch (value) {
      case Expression.ForSyntax syntax -> {
        Loop loop = expressions.header(syntax, symbol, scope);
        Body inner = of(syntax.body(), symbol, Expressions.inside(loop, scope), expressions);
        yield new Body(Optional.of(loop), inner.condition, inner.object, inner.scope);
      }
      case Expression.IfCondition(var condition, var body, _) -> {
        Expr lowered = expressions.lower(condition, scope);
        Body inner = of(body, symbol, scope, expressions);
        yield new Body(inner.loop, Optional.of(lowered), inner.object, inner.scope);
      }
      case Expression.ObjectSyntax object ->
          new Body(Optional.empty(), Optional.empty(), object, scope);
      case Expression.Parenthesized(var inner, _) -> of(inner, symbol, scope, expressions);
      case Expression _ -> {
        if (!(value instanceof dev.keylint.bicep.Skipped)) {
          expressions.unit().wrong("an object stands here", "body", value);
        }
        Expression.ObjectSyntax nothing =
            new Expression.ObjectSyntax(List.<ObjectMember>of(), value.extent());
        yield new Body(Optional.empty(), Optional.empty(), nothing, scope);
      }
    };
  }

  /// The value of a property of the object.
  Optional<Expression> property(String name) {
    for (ObjectMember member : object.members()) {
      if (member instanceof ObjectMember.Property property
          && property.name().filter(name::equals).isPresent()) {
        return Optional.of(property.value());
      }
    }
    return Optional.empty();
  }
}
