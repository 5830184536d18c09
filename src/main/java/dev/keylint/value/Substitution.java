package dev.keylint.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Works out what an unknown value is once parameters that have none have these values.
///
/// Whoever evaluates templates hands it on with what they deploy, so that a rule may be tried with
/// each value that a parameter allows, and every function of templates counts.
@FunctionalInterface
public interface Substitution {
  /// Puts values in for parameters that stand alone, and evaluates nothing.
  Substitution ALONE =
      (whole, parameters) -> parameter(whole).<Value>map(parameters::get).orElse(whole);

  /// The value with these parameters put in, by name; the same unknown value when that does not
  /// change it, or takes too much.
  Value of(Value.Unknown whole, Map<String, Value> parameters);

  /// The name of the parameter of the root that a value is.
  static Optional<String> parameter(Value.Unknown value) {
    return value.term() instanceof Term.Call(String function, List<Value> arguments)
            && function.equals("parameters")
            && arguments.size() == 1
            && arguments.getFirst() instanceof Value.Str(String name, _)
        ? Optional.of(name)
        : Optional.empty();
  }
}
