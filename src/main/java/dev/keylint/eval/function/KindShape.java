package dev.keylint.eval.function;

import dev.keylint.value.Value;

/// The kinds of JSON values, by Azure's names.
public enum KindShape {
  STRING("string"),
  INT("int"),
  DECIMAL("decimal"),
  BOOL("bool"),
  ARRAY("array"),
  OBJECT("object"),
  NULL("null"),
  UNKNOWN("unknown");

  private final String word;

  KindShape(String word) {
    this.word = word;
  }

  /// That of a value.
  public static KindShape of(Value value) {
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
