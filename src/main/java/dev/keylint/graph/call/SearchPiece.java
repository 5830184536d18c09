package dev.keylint.graph.call;

import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A property in which objects of Search are written.
///
/// @param objects the value itself, and what was found in its text
/// @param unread why there may be more
record SearchPiece(Property property, List<Value> objects, Optional<Value.Unknown> unread) {
  SearchPiece {
    objects = List.copyOf(objects);
  }

  /// The value with what its text makes.
  static SearchPiece of(Property property, Optional<PartialText> text) {
    List<Value> objects = new ArrayList<>(List.of(property.value()));
    Optional<ScriptObjects.Found> found = text.map(it -> ScriptObjects.in(it, property));
    found.ifPresent(it -> objects.addAll(it.objects()));
    return new SearchPiece(property, objects, found.flatMap(ScriptObjects.Found::unread));
  }

  /// A script that changes more of its texts than is followed.
  static SearchPiece unread(Property script) {
    Value.Unknown why = Doubt.notStated("what the script makes of its texts", script.at());
    return new SearchPiece(script, List.of(), Optional.of(why));
  }
}
