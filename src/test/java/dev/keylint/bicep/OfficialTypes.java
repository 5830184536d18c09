package dev.keylint.bicep;

import static dev.keylint.bicep.OfficialNames.all;
import static dev.keylint.bicep.OfficialNames.named;
import static dev.keylint.bicep.OfficialNames.with;
import static dev.keylint.bicep.OfficialNames.wrapped;

import dev.keylint.bicep.OfficialNames.Named;
import java.util.List;

/// The compiler's names of type nodes.
final class OfficialTypes {
  private OfficialTypes() {}

  static Named of(TypeExpression node) {
    return switch (node) {
      case Skipped it -> OfficialNames.of((Syntax) it);
      case TypeExpression.TypeVariable it ->
          named("TypeVariableAccessSyntax", it, all(List.of(it.name())));
      case TypeExpression.ParameterizedType it ->
          named(
              "ParameterizedTypeInstantiationSyntax",
              it,
              with(
                  all(List.of(it.name())),
                  wrapped("ParameterizedTypeArgumentSyntax", it.arguments())));
      case TypeExpression.InstanceParameterizedType it ->
          named(
              "InstanceParameterizedTypeInstantiationSyntax",
              it,
              with(
                  all(List.of(it.base(), it.name())),
                  wrapped("ParameterizedTypeArgumentSyntax", it.arguments())));
      case TypeExpression.ResourceType it ->
          named("ResourceTypeSyntax", it, all(List.of(), it.type()));
      case TypeExpression.StringType it ->
          named("StringTypeLiteralSyntax", it, all(it.value().expressions()));
      case TypeExpression.IntegerType it -> named("IntegerTypeLiteralSyntax", it, List.of());
      case TypeExpression.BooleanType it -> named("BooleanTypeLiteralSyntax", it, List.of());
      case TypeExpression.NullType it -> named("NullTypeLiteralSyntax", it, List.of());
      case TypeExpression.ObjectType it -> named("ObjectTypeSyntax", it, all(it.members()));
      case TypeExpression.TupleType it -> named("TupleTypeSyntax", it, all(it.members()));
      case TypeExpression.ArrayType it ->
          named("ArrayTypeSyntax", it, wrapped("ArrayTypeMemberSyntax", List.of(it.item())));
      case TypeExpression.UnionType it ->
          named("UnionTypeSyntax", it, wrapped("UnionTypeMemberSyntax", it.members()));
      case TypeExpression.NullableType it ->
          named("NullableTypeSyntax", it, all(List.of(it.base())));
      case TypeExpression.NonNullableType it ->
          named("NonNullableTypeSyntax", it, all(List.of(it.base())));
      case TypeExpression.ParenthesizedType it ->
          named("ParenthesizedTypeSyntax", it, all(List.of(it.inner())));
      case TypeExpression.UnaryTypeOperation it ->
          named("UnaryTypeOperationSyntax", it, all(List.of(it.operand())));
      case TypeExpression.TypePropertyAccess it ->
          named("TypePropertyAccessSyntax", it, all(List.of(it.base(), it.name())));
      case TypeExpression.TypeAdditionalPropertiesAccess it ->
          named("TypeAdditionalPropertiesAccessSyntax", it, all(List.of(it.base())));
      case TypeExpression.TypeArrayAccess it ->
          named("TypeArrayAccessSyntax", it, all(List.of(it.base(), it.index())));
      case TypeExpression.TypeItemsAccess it ->
          named("TypeItemsAccessSyntax", it, all(List.of(it.base())));
    };
  }
}
