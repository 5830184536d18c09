package dev.keylint.bicep;

import static dev.keylint.bicep.OfficialNames.all;
import static dev.keylint.bicep.OfficialNames.with;
import static dev.keylint.bicep.OfficialNames.wrapped;

import dev.keylint.bicep.Expression.ArrayAccess;
import dev.keylint.bicep.Expression.ArraySyntax;
import dev.keylint.bicep.Expression.BinaryOperation;
import dev.keylint.bicep.Expression.BooleanLiteral;
import dev.keylint.bicep.Expression.ForSyntax;
import dev.keylint.bicep.Expression.FunctionCall;
import dev.keylint.bicep.Expression.IfCondition;
import dev.keylint.bicep.Expression.InstanceFunctionCall;
import dev.keylint.bicep.Expression.IntegerLiteral;
import dev.keylint.bicep.Expression.Lambda;
import dev.keylint.bicep.Expression.NonNullAssertion;
import dev.keylint.bicep.Expression.NoneLiteral;
import dev.keylint.bicep.Expression.NullLiteral;
import dev.keylint.bicep.Expression.ObjectSyntax;
import dev.keylint.bicep.Expression.Parenthesized;
import dev.keylint.bicep.Expression.PropertyAccess;
import dev.keylint.bicep.Expression.ResourceAccess;
import dev.keylint.bicep.Expression.StringSyntax;
import dev.keylint.bicep.Expression.Ternary;
import dev.keylint.bicep.Expression.UnaryOperation;
import dev.keylint.bicep.Expression.VariableAccess;
import dev.keylint.bicep.OfficialNames.Named;
import java.util.List;

/// The compiler's names and children of expressions.
final class OfficialExpressions {
  private OfficialExpressions() {}

  static String name(Expression node) {
    return switch (node) {
      case Skipped _ -> "SkippedTriviaSyntax";
      case StringSyntax _ -> "StringSyntax";
      case IntegerLiteral _ -> "IntegerLiteralSyntax";
      case BooleanLiteral _ -> "BooleanLiteralSyntax";
      case NullLiteral _ -> "NullLiteralSyntax";
      case NoneLiteral _ -> "NoneLiteralSyntax";
      case ObjectSyntax _ -> "ObjectSyntax";
      case ArraySyntax _ -> "ArraySyntax";
      case VariableAccess _ -> "VariableAccessSyntax";
      case PropertyAccess _ -> "PropertyAccessSyntax";
      case ArrayAccess _ -> "ArrayAccessSyntax";
      case ResourceAccess _ -> "ResourceAccessSyntax";
      case FunctionCall _ -> "FunctionCallSyntax";
      case InstanceFunctionCall _ -> "InstanceFunctionCallSyntax";
      case Ternary _ -> "TernaryOperationSyntax";
      case BinaryOperation _ -> "BinaryOperationSyntax";
      case UnaryOperation _ -> "UnaryOperationSyntax";
      case NonNullAssertion _ -> "NonNullAssertionSyntax";
      case Parenthesized _ -> "ParenthesizedExpressionSyntax";
      case Lambda _ -> "LambdaSyntax";
      case ForSyntax _ -> "ForSyntax";
      case IfCondition _ -> "IfConditionSyntax";
    };
  }

  static List<Named> children(Expression node) {
    return switch (node) {
      case Skipped it -> all(it.parts());
      case IntegerLiteral _, BooleanLiteral _, NullLiteral _, NoneLiteral _ -> List.of();
      case StringSyntax it -> all(it.expressions());
      case ObjectSyntax it -> all(it.members());
      case ArraySyntax it -> all(it.members());
      case VariableAccess it -> all(it.name());
      case PropertyAccess it -> all(it.base(), it.name());
      case ArrayAccess it -> all(it.base(), it.index());
      case ResourceAccess it -> all(it.base(), it.name());
      case FunctionCall it -> with(all(it.name()), arguments(it.arguments()));
      case InstanceFunctionCall it -> with(all(it.base(), it.name()), arguments(it.arguments()));
      case Ternary it -> all(it.condition(), it.whenTrue(), it.whenFalse());
      case BinaryOperation it -> all(it.left(), it.right());
      case UnaryOperation it -> all(it.operand());
      case NonNullAssertion it -> all(it.base());
      case Parenthesized it -> all(it.inner());
      case Lambda it -> all(it.parameters(), it.body());
      case ForSyntax it -> all(it.variables(), it.source(), it.body());
      case IfCondition it -> all(it.condition(), it.body());
    };
  }

  private static List<Named> arguments(List<Expression> arguments) {
    return wrapped("FunctionArgumentSyntax", arguments);
  }
}
