package dev.keylint.bicep;

import java.util.List;

/// What may stand between the braces of an object type.
public sealed interface ObjectTypeMember extends Syntax
    permits ObjectTypeMember.Property, ObjectTypeMember.AdditionalProperties, Skipped {

  /// `key: type`.
  record Property(List<Decorator> decorators, NameOrString key, TypeExpression type, Extent extent)
      implements ObjectTypeMember {
    public Property {
      decorators = List.copyOf(decorators);
    }
  }

  /// `*: type`: what every further property is like.
  record AdditionalProperties(List<Decorator> decorators, TypeExpression type, Extent extent)
      implements ObjectTypeMember {
    public AdditionalProperties {
      decorators = List.copyOf(decorators);
    }
  }
}
