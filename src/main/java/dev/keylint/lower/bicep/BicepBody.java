package dev.keylint.lower.bicep;

import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.lower.ObjectMembers;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import java.util.List;
import java.util.Optional;

/// What stands after the `=` of a resource or module: an object, under a condition, in a loop.
///
/// @param scope the names that the object may use
record BicepBody(
    Optional<Loop> loop,
    Optional<Expr> condition,
    Expression.ObjectSyntax object,
    BicepScope scope) {

  /// Takes a body apart; a body that could not be read is empty.
  static BicepBody of(
      Expression value, String symbol, BicepScope scope, BicepExpressions expressions) {
    return switch (value) {
      case Expression.ForSyntax syntax -> {
        Loop loop = expressions.header(syntax, symbol, scope);
        BicepBody inner =
            of(syntax.body(), symbol, BicepExpressions.inside(loop, scope), expressions);
        yield new BicepBody(Optional.of(loop), inner.condition, inner.object, inner.scope);
      }
      case Expression.IfCondition(var condition, var body, _) -> {
        Expr lowered = expressions.lower(condition, scope);
        BicepBody inner = of(body, symbol, scope, expressions);
        yield new BicepBody(inner.loop, Optional.of(lowered), inner.object, inner.scope);
      }
      case Expression.ObjectSyntax object ->
          new BicepBody(Optional.empty(), Optional.empty(), object, scope);
      case Expression.Parenthesized(var inner, _) -> of(inner, symbol, scope, expressions);
      case Expression _ -> {
        if (!(value instanceof dev.keylint.bicep.Skipped)) {
          expressions.unit().wrong("an object stands here", "body", value);
        }
        Expression.ObjectSyntax nothing =
            new Expression.ObjectSyntax(List.<ObjectMember>of(), value.extent());
        yield new BicepBody(Optional.empty(), Optional.empty(), nothing, scope);
      }
    };
  }

  /// What the object says must be deployed before.
  List<Expr> dependsOn(BicepScope inside, BicepExpressions expressions) {
    return property("dependsOn")
        .map(written -> ObjectMembers.items(expressions.lower(written, inside)))
        .orElse(List.of());
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
