package dev.keylint.bicep;

import java.util.List;
import java.util.Optional;

/// What stands for a value.
public sealed interface Expression extends Syntax
    permits Expression.StringSyntax,
        Expression.IntegerLiteral,
        Expression.BooleanLiteral,
        Expression.NullLiteral,
        Expression.NoneLiteral,
        Expression.ObjectSyntax,
        Expression.ArraySyntax,
        Expression.VariableAccess,
        Expression.PropertyAccess,
        Expression.ArrayAccess,
        Expression.ResourceAccess,
        Expression.FunctionCall,
        Expression.InstanceFunctionCall,
        Expression.Ternary,
        Expression.BinaryOperation,
        Expression.UnaryOperation,
        Expression.NonNullAssertion,
        Expression.Parenthesized,
        Expression.Lambda,
        Expression.ForSyntax,
        Expression.IfCondition,
        Skipped {

  /// A string of any form: segments of text with an expression between each two of them.
  ///
  /// Invariant: there is one segment more than expressions; the segments' texts are unescaped.
  record StringSyntax(List<StringSegment> segments, List<Expression> expressions, Extent extent)
      implements Expression, NameOrString {
    public StringSyntax {
      segments = List.copyOf(segments);
      expressions = List.copyOf(expressions);
    }

    /// The text of a string without interpolation.
    public Optional<String> text() {
      return expressions.isEmpty() ? Optional.of(segments.getFirst().text()) : Optional.empty();
    }
  }

  /// A decimal number without a sign.
  ///
  /// The value is unsigned: beyond `Long.MAX_VALUE` it is only meaningful as the operand of a minus
  /// (for -2^63), which the type check of the compiler sees to.
  record IntegerLiteral(long value, Extent extent) implements Expression {}

  /// `true` or `false`.
  record BooleanLiteral(boolean value, Extent extent) implements Expression {}

  /// `null`.
  record NullLiteral(Extent extent) implements Expression {}

  /// `none`, which only `using` of a parameter file knows.
  record NoneLiteral(Extent extent) implements Expression {}

  /// `{ … }` in source order: properties, spreads, and in the body of a resource nested resources.
  record ObjectSyntax(List<ObjectMember> members, Extent extent) implements Expression {
    public ObjectSyntax {
      members = List.copyOf(members);
    }
  }

  /// `[ … ]` in source order: items and spreads.
  record ArraySyntax(List<ArrayMember> members, Extent extent) implements Expression {
    public ArraySyntax {
      members = List.copyOf(members);
    }
  }

  /// A name that stands alone: a parameter, variable, resource, module, namespace, loop variable …
  record VariableAccess(Identifier name, Extent extent) implements Expression {}

  /// `base.name`, or `base.?name` when safe.
  record PropertyAccess(Expression base, Identifier name, boolean safe, Extent extent)
      implements Expression {}

  /// `base[index]`; safe: `base[?index]`; from the end, counted from 1: `base[^index]`.
  record ArrayAccess(
      Expression base, Expression index, boolean safe, boolean fromEnd, Extent extent)
      implements Expression {}

  /// `base::name`: a resource that is nested in another one.
  record ResourceAccess(Expression base, Identifier name, Extent extent) implements Expression {}

  /// `name(arguments)`.
  record FunctionCall(Identifier name, List<Expression> arguments, Extent extent)
      implements Expression {
    public FunctionCall {
      arguments = List.copyOf(arguments);
    }
  }

  /// `base.name(arguments)`, where the base may be a namespace.
  record InstanceFunctionCall(
      Expression base, Identifier name, List<Expression> arguments, Extent extent)
      implements Expression {
    public InstanceFunctionCall {
      arguments = List.copyOf(arguments);
    }
  }

  /// `condition ? whenTrue : whenFalse`.
  record Ternary(Expression condition, Expression whenTrue, Expression whenFalse, Extent extent)
      implements Expression {}

  /// `left operator right`.
  record BinaryOperation(BinaryOperator operator, Expression left, Expression right, Extent extent)
      implements Expression {}

  /// `operator operand`.
  record UnaryOperation(UnaryOperator operator, Expression operand, Extent extent)
      implements Expression {}

  /// `base!`: the user vouches that the value is not null.
  record NonNullAssertion(Expression base, Extent extent) implements Expression {}

  /// `(inner)`.
  record Parenthesized(Expression inner, Extent extent) implements Expression {}

  /// `x => body` or `(x, y) => body`.
  record Lambda(LocalVariables parameters, Expression body, Extent extent) implements Expression {}

  /// `[for x in source: body]` or `[for (x, i) in source: body]`.
  record ForSyntax(LocalVariables variables, Expression source, Expression body, Extent extent)
      implements Expression {}

  /// `if (condition) { … }`: the body of a resource or module, or of the loop in one.
  record IfCondition(Expression condition, Expression body, Extent extent) implements Expression {}
}
