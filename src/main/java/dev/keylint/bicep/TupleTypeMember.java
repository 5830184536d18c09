package dev.keylint.bicep;

import java.util.List;

/// What may stand between the brackets of a tuple type.
public sealed interface TupleTypeMember extends Syntax permits TupleTypeMember.Item, Skipped {

  /// The type of one element.
  record Item(List<Decorator> decorators, TypeExpression type, Extent extent)
      implements TupleTypeMember {
    public Item {
      decorators = List.copyOf(decorators);
    }
  }
}
