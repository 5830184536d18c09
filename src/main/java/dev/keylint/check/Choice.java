package dev.keylint.check;

import dev.keylint.value.Origin;
import dev.keylint.value.Substitution;
import dev.keylint.value.Value;
import java.util.Map;

/// Values to try out for parameters that have none, by their names.
///
/// @param substitution works out what depends on them
public record Choice(Map<String, Value> values, Substitution substitution) {
  public static final Choice NONE = new Choice(Map.of(), Substitution.ALONE);

  public Choice {
    values = Map.copyOf(values);
  }

  /// The value with the parameters put in; it stands where it stood.
  Value apply(Value.Unknown unknown) {
    if (values.isEmpty()) {
      return unknown;
    }
    Value chosen = substitution.of(unknown, values);
    Origin origin = unknown.origin();
    return chosen.at(origin.hidden(chosen.origin().hiding()));
  }
}
