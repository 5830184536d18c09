package dev.keylint.bicep;

import static dev.keylint.bicep.OfficialNames.all;
import static dev.keylint.bicep.OfficialNames.with;
import static dev.keylint.bicep.OfficialNames.wrapped;

import dev.keylint.bicep.OfficialNames.Named;
import dev.keylint.bicep.TypeExpression.ArrayType;
import dev.keylint.bicep.TypeExpression.BooleanType;
import dev.keylint.bicep.TypeExpression.InstanceParameterizedType;
import dev.keylint.bicep.TypeExpression.IntegerType;
import dev.keylint.bicep.TypeExpression.NonNullableType;
import dev.keylint.bicep.TypeExpression.NullType;
import dev.keylint.bicep.TypeExpression.NullableType;
import dev.keylint.bicep.TypeExpression.ObjectType;
import dev.keylint.bicep.TypeExpression.ParameterizedType;
import dev.keylint.bicep.TypeExpression.ParenthesizedType;
import dev.keylint.bicep.TypeExpression.ResourceType;
import dev.keylint.bicep.TypeExpression.StringType;
import dev.keylint.bicep.TypeExpression.TupleType;
import dev.keylint.bicep.TypeExpression.TypeAdditionalPropertiesAccess;
import dev.keylint.bicep.TypeExpression.TypeArrayAccess;
import dev.keylint.bicep.TypeExpression.TypeItemsAccess;
import dev.keylint.bicep.TypeExpression.TypePropertyAccess;
import dev.keylint.bicep.TypeExpression.TypeVariable;
import dev.keylint.bicep.TypeExpression.UnaryTypeOperation;
import dev.keylint.bicep.TypeExpression.UnionType;
import java.util.List;

/// The compiler's names and children of type nodes.
final class OfficialTypes {
  private OfficialTypes() {}

  static String name(TypeExpression node) {
    return switch (node) {
      case Skipped _ -> "SkippedTriviaSyntax";
      case TypeVariable _ -> "TypeVariableAccessSyntax";
      case ParameterizedType _ -> "ParameterizedTypeInstantiationSyntax";
      case InstanceParameterizedType _ -> "InstanceParameterizedTypeInstantiationSyntax";
      case ResourceType _ -> "ResourceTypeSyntax";
      case StringType _ -> "StringTypeLiteralSyntax";
      case IntegerType _ -> "IntegerTypeLiteralSyntax";
      case BooleanType _ -> "BooleanTypeLiteralSyntax";
      case NullType _ -> "NullTypeLiteralSyntax";
      case ObjectType _ -> "ObjectTypeSyntax";
      case TupleType _ -> "TupleTypeSyntax";
      case ArrayType _ -> "ArrayTypeSyntax";
      case UnionType _ -> "UnionTypeSyntax";
      case NullableType _ -> "NullableTypeSyntax";
      case NonNullableType _ -> "NonNullableTypeSyntax";
      case ParenthesizedType _ -> "ParenthesizedTypeSyntax";
      case UnaryTypeOperation _ -> "UnaryTypeOperationSyntax";
      case TypePropertyAccess _ -> "TypePropertyAccessSyntax";
      case TypeAdditionalPropertiesAccess _ -> "TypeAdditionalPropertiesAccessSyntax";
      case TypeArrayAccess _ -> "TypeArrayAccessSyntax";
      case TypeItemsAccess _ -> "TypeItemsAccessSyntax";
    };
  }

  static List<Named> children(TypeExpression node) {
    return switch (node) {
      case Skipped it -> all(it.parts());
      case IntegerType _, BooleanType _, NullType _ -> List.of();
      case TypeVariable it -> all(it.name());
      case ParameterizedType it -> with(all(it.name()), arguments(it.arguments()));
      case InstanceParameterizedType it ->
          with(all(it.base(), it.name()), arguments(it.arguments()));
      case ResourceType it -> all(it.type().stream().toList());
      case StringType it -> all(it.value().expressions());
      case ObjectType it -> all(it.members());
      case TupleType it -> all(it.members());
      case ArrayType it -> wrapped("ArrayTypeMemberSyntax", List.of(it.item()));
      case UnionType it -> wrapped("UnionTypeMemberSyntax", it.members());
      case NullableType it -> all(it.base());
      case NonNullableType it -> all(it.base());
      case ParenthesizedType it -> all(it.inner());
      case UnaryTypeOperation it -> all(it.operand());
      case TypePropertyAccess it -> all(it.base(), it.name());
      case TypeAdditionalPropertiesAccess it -> all(it.base());
      case TypeArrayAccess it -> all(it.base(), it.index());
      case TypeItemsAccess it -> all(it.base());
    };
  }

  private static List<Named> arguments(List<TypeExpression> arguments) {
    return wrapped("ParameterizedTypeArgumentSyntax", arguments);
  }
}
