package dev.keylint.lower.bicep;

import dev.keylint.bicep.ObjectTypeMember;
import dev.keylint.bicep.TupleTypeMember;
import dev.keylint.bicep.TypeExpression;
import dev.keylint.lower.TypeNode;
import dev.keylint.lower.TypeNode.Part;
import java.util.Optional;
import java.util.function.Predicate;

/// The parts of the types that are written out.
final class TypeParts {
  private TypeParts() {}

  static Optional<TypeNode> of(BicepTypes types, TypeExpression.ObjectType object, Part part) {
    return switch (part) {
      case Part.Property(var name) ->
          property(object, name::equals)
              .or(() -> property(object, name::equalsIgnoreCase))
              .map(it -> types.node(it.type(), it.decorators()));
      case Part.Additional _ ->
          object.members().stream()
              .filter(ObjectTypeMember.AdditionalProperties.class::isInstance)
              .map(ObjectTypeMember.AdditionalProperties.class::cast)
              .findFirst()
              .map(it -> types.node(it.type(), it.decorators()));
      case Part.Items _, Part.Item _ -> Optional.empty();
    };
  }

  private static Optional<ObjectTypeMember.Property> property(
      TypeExpression.ObjectType object, Predicate<String> name) {
    return object.members().stream()
        .filter(ObjectTypeMember.Property.class::isInstance)
        .map(ObjectTypeMember.Property.class::cast)
        .filter(it -> it.key().literal().filter(name).isPresent())
        .findFirst();
  }

  static Optional<TypeNode> of(BicepTypes types, TypeExpression.TupleType tuple, Part part) {
    return part instanceof Part.Item(var index)
            && index >= 0
            && index < tuple.members().size()
            && tuple.members().get(index)
                instanceof TupleTypeMember.Item(var decorators, var type, _)
        ? Optional.of(types.node(type, decorators))
        : Optional.empty();
  }
}
