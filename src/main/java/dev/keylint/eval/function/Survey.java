package dev.keylint.eval.function;

import dev.keylint.value.Hiding;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;

/// What a walk through all parts of a value finds, within our limits.
final class Survey {
  private boolean known = true;
  private Hiding hiding = Hiding.NONE;
  private boolean excessive;
  private int parts;

  private Survey() {}

  static Survey of(Value value) {
    return of(List.of(value));
  }

  static Survey of(List<Value> values) {
    Survey survey = new Survey();
    values.forEach(value -> survey.visit(value, 0));
    return survey;
  }

  /// Whether no part is unknown.
  boolean known() {
    return known;
  }

  /// Whether its parts are printed, all taken together.
  Hiding hiding() {
    return hiding;
  }

  /// Whether there are more parts than we look at, or too deep ones; the rest then says nothing.
  boolean excessive() {
    return excessive;
  }

  private void visit(Value value, int depth) {
    if (excessive || ++parts > Limits.PARTS || depth > Limits.NESTING) {
      excessive = true;
      return;
    }
    hiding = hiding.and(value.origin().hiding());
    switch (value) {
      case Value.Unknown _ -> known = false;
      case Value.Arr arr -> {
        for (Value item : arr.items()) {
          visit(item, depth + 1);
        }
      }
      case Value.Obj obj -> {
        known &= !obj.properties().isOpen();
        for (Property property : obj.properties()) {
          hiding = hiding.and(property.hiding());
          visit(property.value(), depth + 1);
        }
      }
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> {}
    }
  }
}
