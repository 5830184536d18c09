package dev.keylint.lower.bicep;

import dev.keylint.bicep.ObjectTypeMember;
import dev.keylint.bicep.TupleTypeMember;
import dev.keylint.bicep.TypeExpression;
import dev.keylint.lower.TypeNode;
import dev.keylint.lower.TypeNode.Part;
import java.util.Optional;

/// The parts of the types that are written out.
final class TypeParts {
  private TypeParts() {}

  static Optional<TypeNode> of(BicepTypes types, TypeExpression.ObjectType object, Part part) {
    for (ObjectTypeMember member : object.members()) {
      if (part instanceof Part.Property(var wanted)
          && member instanceof ObjectTypeMember.Property(var decorators, var key, var type, _)
          && key.literal().filter(wanted::equals).isPresent()) {
        return Optional.of(types.node(type, decorators));
      }
      if (part instanceof Part.Additional
          && member instanceof ObjectTypeMember.AdditionalProperties(var decorators, var type, _)) {
        return Optional.of(types.node(type, decorators));
      }
    }
    return Optional.empty();
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
