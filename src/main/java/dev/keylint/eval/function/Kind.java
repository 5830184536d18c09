package dev.keylint.eval.function;

import dev.keylint.value.Value;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a parameter of a function takes; `whole` says that the function looks at all its parts, so
/// that none may be unknown.
record Kind(Set<KindShape> shapes, boolean whole) {
  static final Kind TEXT = of(KindShape.STRING);
  static final Kind INT = of(KindShape.INT);
  static final Kind BOOL = of(KindShape.BOOL);
  static final Kind ARRAY = of(KindShape.ARRAY);
  static final Kind OBJECT = of(KindShape.OBJECT);
  static final Kind TEXT_OR_ARRAY = of(KindShape.STRING, KindShape.ARRAY);
  static final Kind COLLECTION = of(KindShape.STRING, KindShape.ARRAY, KindShape.OBJECT);
  static final Kind SCALAR = of(KindShape.STRING, KindShape.INT, KindShape.DECIMAL, KindShape.BOOL);

  /// Anything, unknown or not.
  static final Kind ANY = of(KindShape.values());

  /// Anything without an unknown part.
  static final Kind KNOWN = ANY.known();

  Kind {
    shapes = Set.copyOf(shapes);
  }

  static Kind of(KindShape... shapes) {
    return new Kind(Set.of(shapes), false);
  }

  /// The same without unknown parts.
  Kind known() {
    return new Kind(shapes, true);
  }

  /// Whether the value fits, or may fit once it is known.
  boolean takes(Value value) {
    return value instanceof Value.Unknown || shapes.contains(KindShape.of(value));
  }

  /// Whether the function must wait until the value is known, whatever its parts are.
  boolean waitsFor(Value value) {
    boolean open =
        value instanceof Value.Unknown
            || (value instanceof Value.Obj(var properties, _) && properties.isOpen());
    return open && !shapes.contains(KindShape.UNKNOWN);
  }

  @Override
  public String toString() {
    return new TreeSet<>(shapes)
        .stream().map(KindShape::toString).collect(Collectors.joining(" or "));
  }
}
