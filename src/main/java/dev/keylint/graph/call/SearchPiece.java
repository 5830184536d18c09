package dev.keylint.graph.call;

import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;

/// A property in which objects of Search are written.
///
/// @param objects the value itself, and what was found in its text
record SearchPiece(Property property, List<Value> objects) {
  SearchPiece {
    objects = List.copyOf(objects);
  }
}
