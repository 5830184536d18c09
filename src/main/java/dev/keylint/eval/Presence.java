package dev.keylint.eval;

import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Whether and how often something is deployed, as far as that is not known.
///
/// @param conditions unknown conditions, outermost first: all must hold
/// @param counts counts of the loops around whose number of turns is not known, outermost first
record Presence(List<Value> conditions, List<Value> counts) {
  /// Once, certainly.
  static final Presence CERTAIN = new Presence(List.of(), List.of());

  Presence {
    conditions = List.copyOf(conditions);
    counts = List.copyOf(counts);
  }

  Presence when(Value condition) {
    return new Presence(longer(conditions, condition), counts);
  }

  /// In a loop of unknown count; it may turn out to be zero.
  Presence times(Value count, Location at) {
    Value any = Terms.call("greater", List.of(count, Terms.integer(0, at)), at);
    return new Presence(longer(conditions, any), longer(counts, count));
  }

  private static List<Value> longer(List<Value> values, Value last) {
    List<Value> all = new ArrayList<>(values);
    all.add(last);
    return all;
  }
}
