package dev.keylint.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
  record Both(Why first, Why second) implements Why {}

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
    return other instanceof Nothing ? this : new Both(this, other);
  }

  /// The places, each once.
  default List<Place> places() {
    Set<Place> places = new LinkedHashSet<>();
    List<Why> rest = new ArrayList<>();
    rest.add(this);
    while (!rest.isEmpty()) {
      switch (rest.removeLast()) {
        case Nothing _ -> {}
        case Read(Place place) -> places.add(place);
        case Both(Why first, Why second) -> {
          rest.add(second);
          rest.add(first);
        }
      }
    }
    return List.copyOf(places);
  }
}
