package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Skipped;
import dev.keylint.lower.ObjectMembers;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import java.util.List;
import java.util.Optional;

/// What stands after the `=` of a resource or module: an object, under a condition, in a loop.
///
/// @param scope the names that the object may use
/// @param unread what stands for the parts of the object that could not be read
record BicepBody(
    Optional<Loop> loop,
    Optional<Expr> condition,
    Expression.ObjectSyntax object,
    BicepScope scope,
    Optional<Expr> unread) {

  /// Takes a body apart; where it could not be read anything may stand.
  static BicepBody of(
      Expression value, String symbol, BicepScope scope, BicepExpressions expressions) {
    return switch (value) {
      case Expression.ForSyntax syntax -> {
        Loop loop = expressions.header(syntax, symbol, scope);
        BicepBody inner =
            of(syntax.body(), symbol, BicepExpressions.inside(loop, scope), expressions);
        yield inner.around(Optional.of(loop), inner.condition);
      }
      case Expression.IfCondition(var condition, var body, _) -> {
        Expr lowered = expressions.lower(condition, scope);
        BicepBody inner = of(body, symbol, scope, expressions);
        yield inner.around(inner.loop, Optional.of(lowered));
      }
      case Expression.ObjectSyntax object ->
          new BicepBody(
              Optional.empty(), Optional.empty(), object, scope, unread(object, expressions));
      case Expression.Parenthesized(var inner, _) -> of(inner, symbol, scope, expressions);
      case Expression _ -> {
        if (!(value instanceof Skipped)) {
          expressions.unit().wrong("an object stands here", "body", value);
        }
        Expression.ObjectSyntax nothing =
            new Expression.ObjectSyntax(List.<ObjectMember>of(), value.extent());
        yield new BicepBody(
            Optional.empty(),
            Optional.empty(),
            nothing,
            scope,
            Optional.of(expressions.unit().unread(value)));
      }
    };
  }

  /// What the object says must be deployed before.
  List<Expr> dependsOn(BicepScope inside, BicepExpressions expressions) {
    return property("dependsOn")
        .map(written -> ObjectMembers.items(expressions.lower(written, inside)))
        .orElse(List.of());
  }

  private BicepBody around(Optional<Loop> outerLoop, Optional<Expr> outerCondition) {
    return new BicepBody(outerLoop, outerCondition, object, scope, unread);
  }

  /// What stands for the first member that could not be read.
  private static Optional<Expr> unread(
      Expression.ObjectSyntax object, BicepExpressions expressions) {
    return object.members().stream()
        .filter(member ->
            member instanceof Skipped
                || member instanceof Declaration.Missing
                || (member instanceof ObjectMember.Property property && !property.isRead()))
        .findFirst()
        .map(expressions.unit()::unread);
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
