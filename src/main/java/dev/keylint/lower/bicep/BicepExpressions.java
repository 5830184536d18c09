package dev.keylint.lower.bicep;

import dev.keylint.bicep.ArrayMember;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.LocalVariables;
import dev.keylint.bicep.NameOrString;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Skipped;
import dev.keylint.bicep.Spread;
import dev.keylint.bicep.StringSegment;
import dev.keylint.lower.SimilarKeys;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.text.Diagnostic.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Lowers the expressions of one Bicep file.
final class BicepExpressions {
  private final BicepUnit unit;
  private final BicepNames names;
  private final BicepCalls calls;

  BicepExpressions(BicepUnit unit) {
    this.unit = unit;
    this.names = new BicepNames(unit, this);
    this.calls = new BicepCalls(unit, this, names);
  }

  BicepUnit unit() {
    return unit;
  }

  List<Expr> all(List<Expression> expressions, BicepScope scope) {
    return expressions.stream().map(each -> lower(each, scope)).toList();
  }

  Expr lower(Expression expression, BicepScope scope) {
    var at = unit.at(expression);
    return switch (expression) {
      case Expression.StringSyntax string -> string(string, scope);
      case Expression.IntegerLiteral(var value, _) when value < 0 ->
          new Expr.DecimalLiteral(new BigDecimal(Long.toUnsignedString(value)), at);
      case Expression.IntegerLiteral(var value, _) -> new Expr.IntLiteral(value, at);
      case Expression.BooleanLiteral(var value, _) -> new Expr.BoolLiteral(value, at);
      case Expression.NullLiteral _ -> new Expr.NullLiteral(at);
      case Expression.NoneLiteral none -> unit.wrong("`none` is no value here", "none", none);
      case Expression.ObjectSyntax object -> object(object.members(), scope, object);
      case Expression.ArraySyntax array -> array(array, scope);
      case Expression.VariableAccess access -> names.variable(access, scope);
      case Expression.PropertyAccess access -> names.property(access, scope);
      case Expression.ArrayAccess access -> names.element(access, scope);
      case Expression.ResourceAccess access -> names.nested(access, scope);
      case Expression.FunctionCall call -> calls.function(call, scope);
      case Expression.InstanceFunctionCall call -> calls.method(call, scope);
      case Expression.Ternary(var condition, var then, var otherwise, _) ->
          new Expr.Conditional(
              lower(condition, scope), lower(then, scope), lower(otherwise, scope), at);
      case Expression.BinaryOperation(var operator, var left, var right, _) ->
          Operators.binary(operator, lower(left, scope), lower(right, scope), at);
      case Expression.UnaryOperation unary -> unary(unary, scope);
      case Expression.NonNullAssertion(var base, _) -> lower(base, scope);
      case Expression.Parenthesized(var inner, _) -> lower(inner, scope);
      case Expression.Lambda lambda -> lambda(lambda, scope);
      case Expression.ForSyntax loop -> loop(loop, "loop", scope);
      case Expression.IfCondition condition ->
          unit.wrong("a condition is no value here", "if", condition);
      // The parser has reported it.
      case Skipped skipped -> unit.unread(skipped);
    };
  }

  /// An array made by a loop; `wish` is what the loop is called if no other one is.
  Expr loop(Expression.ForSyntax syntax, String wish, BicepScope scope) {
    Loop loop = header(syntax, wish, scope);
    return new Expr.ForExpr(loop, lower(syntax.body(), inside(loop, scope)), unit.at(syntax));
  }

  /// A value that may be a loop, as those of properties, variables and outputs.
  Expr value(Expression expression, String wish, BicepScope scope) {
    return expression instanceof Expression.ForSyntax syntax
        ? loop(syntax, wish, scope)
        : lower(expression, scope);
  }

  Loop header(Expression.ForSyntax syntax, String wish, BicepScope scope) {
    Expr collection = lower(syntax.source(), scope);
    List<String> variables = variables(syntax.variables());
    Expr count = Operators.call("length", collection.at(), collection);
    return new Loop(
        unit.loopName(wish),
        count,
        Optional.of(collection),
        variables.stream().findFirst(),
        variables.stream().skip(1).findFirst(),
        unit.at(syntax.source()));
  }

  static BicepScope inside(Loop loop, BicepScope scope) {
    List<String> locals = new ArrayList<>();
    loop.item().ifPresent(locals::add);
    loop.index().ifPresent(locals::add);
    return scope.withLocals(locals);
  }

  Expr.ObjectExpr object(
      List<? extends ObjectMember> members, BicepScope scope, Expression.ObjectSyntax whole) {
    return new Expr.ObjectExpr(members(members, scope), unit.at(whole));
  }

  List<Expr.Member> members(List<? extends ObjectMember> members, BicepScope scope) {
    List<Expr.Member> lowered = new ArrayList<>(members.size());
    noteSimilarKeys(members);
    for (ObjectMember member : members) {
      switch (member) {
        // Whose key could not be read may be any member.
        case ObjectMember.Property property when !property.isRead() -> {
          if (property.name().isPresent()) {
            lowered.add(property(property, scope));
          }
          lowered.add(new Expr.Member.Unread(unit.unread(member), unit.at(member)));
        }
        case ObjectMember.Property property -> lowered.add(property(property, scope));
        case Spread(var value, _) ->
            lowered.add(new Expr.Member.Spread(lower(value, scope), unit.at(member)));
        case Declaration.Resource nested ->
            unit.wrong("a resource may only be nested in a resource", "resource", nested);
        case Declaration.Missing _, Skipped _ ->
            lowered.add(new Expr.Member.Unread(unit.unread(member), unit.at(member)));
      }
    }
    return RepeatedKeys.joined(lowered, unit);
  }

  private void noteSimilarKeys(List<? extends ObjectMember> members) {
    List<ObjectMember.Property> named = new ArrayList<>();
    for (ObjectMember member : members) {
      if (member instanceof ObjectMember.Property property && property.name().isPresent()) {
        named.add(property);
      }
    }
    Set<String> similar =
        SimilarKeys.in(named.stream().map(property -> property.name().orElse("")).toList());
    for (ObjectMember.Property property : named) {
      String name = property.name().orElse("");
      if (similar.remove(name.toLowerCase(Locale.ROOT))) {
        unit.report(SimilarKeys.diagnostic(Kind.NOTE, name, unit.at(property.key())));
      }
    }
  }

  private Expr.Member property(ObjectMember.Property property, BicepScope scope) {
    String wish = property.name().orElse("loop");
    return new Expr.Member.Entry(
        key(property.key(), scope), value(property.value(), wish, scope), unit.at(property));
  }

  private Expr key(NameOrString key, BicepScope scope) {
    return switch (key) {
      case dev.keylint.bicep.Identifier(var name, _) -> new Expr.StringLiteral(name, unit.at(key));
      case Expression.StringSyntax string -> string(string, scope);
      case Skipped skipped -> unit.unread(skipped);
    };
  }

  private Expr array(Expression.ArraySyntax array, BicepScope scope) {
    List<Expr.Item> items = new ArrayList<>(array.members().size());
    for (ArrayMember member : array.members()) {
      switch (member) {
        case ArrayMember.Item(var value, _) ->
            items.add(new Expr.Item.Element(lower(value, scope)));
        case Spread(var value, _) ->
            items.add(new Expr.Item.Spread(lower(value, scope), unit.at(member)));
        // The parser has reported it; its place counts, so that indexes stay right.
        case Skipped skipped -> items.add(new Expr.Item.Element(unit.unread(skipped)));
      }
    }
    return new Expr.ArrayExpr(items, unit.at(array));
  }

  Expr string(Expression.StringSyntax string, BicepScope scope) {
    List<StringSegment> segments = string.segments();
    if (string.expressions().isEmpty()) {
      return new Expr.StringLiteral(segments.getFirst().text(), unit.at(string));
    }
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      StringSegment segment = segments.get(i);
      if (!segment.text().isEmpty()) {
        parts.add(new Expr.StringLiteral(segment.text(), unit.at(segment.span())));
      }
      if (i < string.expressions().size()) {
        parts.add(lower(string.expressions().get(i), scope));
      }
    }
    return new Expr.Interpolation(parts, unit.at(string));
  }

  private Expr unary(Expression.UnaryOperation unary, BicepScope scope) {
    Expr operand = lower(unary.operand(), scope);
    return switch (unary.operator()) {
      case NOT -> Operators.not(operand, unit.at(unary));
      case MINUS -> Operators.minus(operand, unit.at(unary));
      case PLUS -> operand;
    };
  }

  private Expr lambda(Expression.Lambda lambda, BicepScope scope) {
    List<String> variables = variables(lambda.parameters());
    return new Expr.Lambda(
        variables, lower(lambda.body(), scope.withLocals(variables)), unit.at(lambda));
  }

  private static List<String> variables(LocalVariables variables) {
    return variables.variables().stream().map(variable -> variable.name().name()).toList();
  }
}
