package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.ObjectTypeMember;
import dev.keylint.bicep.Skipped;
import dev.keylint.bicep.TupleTypeMember;
import dev.keylint.bicep.TypeExpression;
import java.util.Collection;
import java.util.List;

/// Tells which files write no secret in any type, so that nobody has to follow these.
final class SecureTypes {
  private SecureTypes() {}

  /// Whether neither the types that a file writes nor those that it imports hold a secret.
  static boolean arePlain(List<Declaration> declarations, Collection<Symbol> imported) {
    return !in(declarations) && imported.stream().allMatch(SecureTypes::isPlain);
  }

  private static boolean isPlain(Symbol imported) {
    return switch (imported) {
      case Symbol.Type(var node) -> node.isPlain();
      case Symbol.Namespace(var members) ->
          members.values().stream().allMatch(SecureTypes::isPlain);
      case Symbol _ -> true;
    };
  }

  /// Whether `@secure()` stands within a type that a file writes, or at one that it declares; a
  /// parameter with it in front says that itself.
  private static boolean in(List<Declaration> declarations) {
    return declarations.stream().anyMatch(SecureTypes::in);
  }

  private static boolean in(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Type(var decorators, _, var type, _) ->
          BicepTypes.isSecure(decorators) || in(type);
      case Declaration.Parameter parameter -> in(parameter.type());
      case Declaration _ -> false;
    };
  }

  private static boolean in(TypeExpression type) {
    return switch (type) {
      case TypeExpression.ObjectType(var members, _) -> members.stream().anyMatch(SecureTypes::in);
      case TypeExpression.TupleType(var members, _) -> members.stream().anyMatch(SecureTypes::in);
      case TypeExpression.ArrayType(var item, _) -> in(item);
      case TypeExpression.UnionType(var members, _) -> members.stream().anyMatch(SecureTypes::in);
      case TypeExpression.NullableType(var base, _) -> in(base);
      case TypeExpression.NonNullableType(var base, _) -> in(base);
      case TypeExpression.ParenthesizedType(var inner, _) -> in(inner);
      case TypeExpression.UnaryTypeOperation(_, var operand, _) -> in(operand);
      case TypeExpression.TypePropertyAccess(var base, _, _) -> in(base);
      case TypeExpression.TypeAdditionalPropertiesAccess(var base, _) -> in(base);
      case TypeExpression.TypeArrayAccess(var base, _, _) -> in(base);
      case TypeExpression.TypeItemsAccess(var base, _) -> in(base);
      case TypeExpression.ParameterizedType _,
          TypeExpression.InstanceParameterizedType _,
          TypeExpression.ResourceType _,
          TypeExpression.TypeVariable _,
          TypeExpression.StringType _,
          TypeExpression.IntegerType _,
          TypeExpression.BooleanType _,
          TypeExpression.NullType _,
          Skipped _ ->
          false;
    };
  }

  private static boolean in(ObjectTypeMember member) {
    return switch (member) {
      case ObjectTypeMember.Property(var decorators, _, var type, _) ->
          BicepTypes.isSecure(decorators) || in(type);
      case ObjectTypeMember.AdditionalProperties(var decorators, var type, _) ->
          BicepTypes.isSecure(decorators) || in(type);
      case Skipped _ -> false;
    };
  }

  private static boolean in(TupleTypeMember member) {
    return switch (member) {
      case TupleTypeMember.Item(var decorators, var type, _) ->
          BicepTypes.isSecure(decorators) || in(type);
      case Skipped _ -> false;
    };
  }
}
