package dev.keylint.check;

import dev.keylint.value.Reason;
import dev.keylint.value.Substitution;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The ways to fill in parameters that have no value but a list of allowed ones.
final class Choices {
  private static final int AT_MOST = 32;

  private Choices() {}

  /// All combinations; none when there is nothing to choose from, or too many to try.
  static List<Choice> of(List<Value.Unknown> unknowns, Substitution substitution) {
    Map<String, List<Value>> allowed = new LinkedHashMap<>();
    for (Value.Unknown unknown : unknowns) {
      for (Value.Unknown parameter : RootCause.parameters(unknown)) {
        if (parameter.reason()
                instanceof Reason.MissingParameter(String name, _, List<Value> values)
            && !values.isEmpty()) {
          allowed.put(name, values);
        }
      }
    }
    if (allowed.isEmpty()) {
      return List.of();
    }
    List<Map<String, Value>> combinations = List.of(Map.of());
    for (Map.Entry<String, List<Value>> parameter : allowed.entrySet()) {
      List<Map<String, Value>> longer = new ArrayList<>();
      for (Map<String, Value> combination : combinations) {
        for (Value value : parameter.getValue()) {
          Map<String, Value> more = new LinkedHashMap<>(combination);
          more.put(parameter.getKey(), value);
          longer.add(more);
        }
      }
      if (longer.size() > AT_MOST) {
        return List.of();
      }
      combinations = longer;
    }
    return combinations.stream().map(it -> new Choice(it, substitution)).toList();
  }
}
