package dev.keylint.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which values of the estate decided a result, the most telling first.
public sealed interface Why {
  /// No value of the estate took part.
  record Nothing() implements Why {
    private static final Nothing IT = new Nothing();
  }

  /// This value decided.
  record Read(Place place) implements Why {}

  /// Both decided together.
  ///
  /// @param head the first place of all, at hand because a long chain of reasons leads to it
  record Both(Why first, Why second, Place head) implements Why {}

  static Why nothing() {
    return Nothing.IT;
  }

  static Why of(Place place) {
    return new Read(place);
  }

  default Why and(Why other) {
    if (this instanceof Nothing) {
      return other;
    }
    return leading().isEmpty() || other instanceof Nothing
        ? this
        : new Both(this, other, leading().orElseThrow());
  }

  /// The first of the places.
  default Optional<Place> leading() {
    return switch (this) {
      case Nothing _ -> Optional.empty();
      case Read(Place place) -> Optional.of(place);
      case Both(_, _, Place head) -> Optional.of(head);
    };
  }

  /// The places, each once; reasons are shared, so each of them is looked at once only.
  default List<Place> places() {
    return switch (this) {
      case Nothing _ -> List.of();
      case Read(Place place) -> List.of(place);
      case Both both -> places(both);
    };
  }

  private static List<Place> places(Both both) {
    Set<Place> places = new LinkedHashSet<>();
    Set<Why> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Why> rest = new ArrayList<>();
    rest.add(both);
    while (!rest.isEmpty()) {
      Why why = rest.removeLast();
      if (!seen.add(why)) {
        continue;
      }
      switch (why) {
        case Nothing _ -> {}
        case Read(Place place) -> places.add(place);
        case Both(Why first, Why second, _) -> {
          rest.add(second);
          rest.add(first);
        }
      }
    }
    return List.copyOf(places);
  }
}
