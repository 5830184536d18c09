package dev.keylint.eval.function;

import dev.keylint.value.Value;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a parameter of a function takes; `whole` says that the function looks at all its parts, so
/// that none may be unknown.
record Kind(Set<Shape> shapes, boolean whole) {
  static final Kind TEXT = of(Shape.STRING);
  static final Kind INT = of(Shape.INT);
  static final Kind BOOL = of(Shape.BOOL);
  static final Kind ARRAY = of(Shape.ARRAY);
  static final Kind OBJECT = of(Shape.OBJECT);
  static final Kind TEXT_OR_ARRAY = of(Shape.STRING, Shape.ARRAY);
  static final Kind COLLECTION = of(Shape.STRING, Shape.ARRAY, Shape.OBJECT);
  static final Kind SCALAR = of(Shape.STRING, Shape.INT, Shape.DECIMAL, Shape.BOOL);

  /// Anything, unknown or not.
  static final Kind ANY = of(Shape.values());

  /// Anything without an unknown part.
  static final Kind KNOWN = ANY.known();

  Kind {
    shapes = Set.copyOf(shapes);
  }

  static Kind of(Shape... shapes) {
    return new Kind(Set.of(shapes), false);
  }

  /// The same without unknown parts.
  Kind known() {
    return new Kind(shapes, true);
  }

  /// Whether the value fits, or may fit once it is known.
  boolean takes(Value value) {
    return value instanceof Value.Unknown || shapes.contains(Shape.of(value));
  }

  /// Whether the function must wait until the value is known, whatever its parts are.
  boolean waitsFor(Value value) {
    boolean open =
        value instanceof Value.Unknown
            || (value instanceof Value.Obj(var properties, _) && properties.isOpen());
    return open && !shapes.contains(Shape.UNKNOWN);
  }

  @Override
  public String toString() {
    return new TreeSet<>(shapes).stream().map(Shape::toString).collect(Collectors.joining(" or "));
  }

  /// The kinds of JSON values, by Azure's names.
  enum Shape {
    STRING("string"),
    INT("int"),
    DECIMAL("decimal"),
    BOOL("bool"),
    ARRAY("array"),
    OBJECT("object"),
    NULL("null"),
    UNKNOWN("unknown");

    private final String word;

    Shape(String word) {
      this.word = word;
    }

    static Shape of(Value value) {
      return switch (value) {
        case Value.Null _ -> NULL;
        case Value.Bool _ -> BOOL;
        case Value.Int _ -> INT;
        case Value.Decimal _ -> DECIMAL;
        case Value.Str _ -> STRING;
        case Value.Arr _ -> ARRAY;
        case Value.Obj _ -> OBJECT;
        case Value.Unknown _ -> UNKNOWN;
      };
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
