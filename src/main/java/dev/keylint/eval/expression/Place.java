package dev.keylint.eval.expression;

import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Where an item of a partly known array stands, and when it is there.
///
/// @param index how many items are before it: known, or an expression
/// @param conditions unknown conditions that must all hold, outermost first
record Place(Value index, List<Value> conditions) {
  static Place first(Location at) {
    return new Place(Terms.integer(0, at), List.of());
  }

  Place when(Value condition) {
    List<Value> longer = new ArrayList<>(conditions);
    longer.add(condition);
    return new Place(index, longer);
  }

  /// The same text for the same place; in arrays that were made of one another too.
  String key() {
    StringBuilder key = new StringBuilder(NormalForm.print(index));
    conditions.forEach(condition -> key.append(" if ").append(NormalForm.print(condition)));
    return key.toString();
  }

  /// So many items later.
  Place plus(int items, Location at) {
    return new Place(sum(index, Terms.integer(items, at), at), conditions);
  }

  /// Behind a part of this length.
  Place after(Value length, Location at) {
    return new Place(sum(index, length, at), conditions);
  }

  /// A sum of which the known parts are added up.
  static Value sum(Value left, Value right, Location at) {
    if (left instanceof Value.Int(long first, _) && right instanceof Value.Int(long second, _)) {
      return Terms.integer(first + second, at);
    }
    if (left instanceof Value.Int(long zero, _) && zero == 0) {
      return right;
    }
    return right instanceof Value.Int(long zero, _) && zero == 0
        ? left
        : Terms.call("add", List.of(left, right), at);
  }
}
