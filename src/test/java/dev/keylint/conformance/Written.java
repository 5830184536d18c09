package dev.keylint.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a value of a compiled template was written as, and on which line of the Bicep file; in the
/// shape that the compiled template has.
sealed interface Written {
  int line();

  /// A value without parts of its own: everything in it stands on one line.
  record Whole(int line) implements Written {}

  /// An object.
  record Group(int line, List<Part> parts) implements Written {
    public Group {
      parts = List.copyOf(parts);
    }

    static Group of(int line, List<Part> parts, Part... more) {
      List<Part> all = new ArrayList<>(parts);
      all.addAll(List.of(more));
      return new Group(line, all);
    }

    /// The part of this key; the first one, where decorators write over each other.
    Optional<Part> part(String key) {
      return parts.stream()
          .filter(part -> part.key().filter(key::equalsIgnoreCase).isPresent())
          .findFirst();
    }
  }

  /// An array.
  record Row(int line, List<Written> items) implements Written {
    public Row {
      items = List.copyOf(items);
    }
  }

  /// A member of an object.
  ///
  /// @param key empty for one that is computed
  /// @param line where the whole member is said to start
  record Part(Optional<String> key, int line, Written value) {
    static Part of(String key, Written value) {
      return new Part(Optional.of(key), value.line(), value);
    }

    static Part of(String key, int line) {
      return of(key, new Whole(line));
    }
  }
}
