package dev.keylint.bicep;

import dev.keylint.bicep.Expression.StringSyntax;
import java.util.List;
import java.util.Optional;

/// What stands for a type.
public sealed interface TypeExpression extends Syntax
    permits TypeExpression.TypeVariable,
        TypeExpression.ParameterizedType,
        TypeExpression.InstanceParameterizedType,
        TypeExpression.ResourceType,
        TypeExpression.StringType,
        TypeExpression.IntegerType,
        TypeExpression.BooleanType,
        TypeExpression.NullType,
        TypeExpression.ObjectType,
        TypeExpression.TupleType,
        TypeExpression.ArrayType,
        TypeExpression.UnionType,
        TypeExpression.NullableType,
        TypeExpression.NonNullableType,
        TypeExpression.ParenthesizedType,
        TypeExpression.UnaryTypeOperation,
        TypeExpression.TypePropertyAccess,
        TypeExpression.TypeAdditionalPropertiesAccess,
        TypeExpression.TypeArrayAccess,
        TypeExpression.TypeItemsAccess,
        Skipped {

  /// A name that stands alone: `string`, or a type that the user declared or imported.
  record TypeVariable(Identifier name, Extent extent) implements TypeExpression {}

  /// `name<arguments>`, such as `resourceInput<'type@version'>`.
  record ParameterizedType(Identifier name, List<TypeExpression> arguments, Extent extent)
      implements TypeExpression {
    public ParameterizedType {
      arguments = List.copyOf(arguments);
    }
  }

  /// `base.name<arguments>`, such as `sys.resourceInput<'type@version'>`.
  record InstanceParameterizedType(
      TypeExpression base, Identifier name, List<TypeExpression> arguments, Extent extent)
      implements TypeExpression {
    public InstanceParameterizedType {
      arguments = List.copyOf(arguments);
    }
  }

  /// `resource 'type@version'`: a resource as a parameter or output; an output may omit the type.
  record ResourceType(Optional<Expression> type, Extent extent) implements TypeExpression {}

  /// A string as a type.
  record StringType(StringSyntax value, Extent extent) implements TypeExpression {}

  /// A number as a type; unsigned as [Expression.IntegerLiteral].
  record IntegerType(long value, Extent extent) implements TypeExpression {}

  /// `true` or `false` as a type.
  record BooleanType(boolean value, Extent extent) implements TypeExpression {}

  /// `null` as a type.
  record NullType(Extent extent) implements TypeExpression {}

  /// `{ a: T, *: T }`.
  record ObjectType(List<ObjectTypeMember> members, Extent extent) implements TypeExpression {
    public ObjectType {
      members = List.copyOf(members);
    }
  }

  /// `[T, U]`.
  record TupleType(List<TupleTypeMember> members, Extent extent) implements TypeExpression {
    public TupleType {
      members = List.copyOf(members);
    }
  }

  /// `T[]`.
  record ArrayType(TypeExpression item, Extent extent) implements TypeExpression {}

  /// `A | B`.
  record UnionType(List<TypeExpression> members, Extent extent) implements TypeExpression {
    public UnionType {
      members = List.copyOf(members);
    }
  }

  /// `T?`.
  record NullableType(TypeExpression base, Extent extent) implements TypeExpression {}

  /// `T!`.
  record NonNullableType(TypeExpression base, Extent extent) implements TypeExpression {}

  /// `(T)`.
  record ParenthesizedType(TypeExpression inner, Extent extent) implements TypeExpression {}

  /// `-1` as a type.
  record UnaryTypeOperation(UnaryOperator operator, TypeExpression operand, Extent extent)
      implements TypeExpression {}

  /// `T.name`: the type of a property, or a type of a namespace.
  record TypePropertyAccess(TypeExpression base, Identifier name, Extent extent)
      implements TypeExpression {}

  /// `T.*`: the type of the further properties.
  record TypeAdditionalPropertiesAccess(TypeExpression base, Extent extent)
      implements TypeExpression {}

  /// `T[0]` or `T['name']`.
  record TypeArrayAccess(TypeExpression base, Expression index, Extent extent)
      implements TypeExpression {}

  /// `T[*]`: the type of the items.
  record TypeItemsAccess(TypeExpression base, Extent extent) implements TypeExpression {}
}
