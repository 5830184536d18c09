package dev.keylint.value;

import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a value was written, and the way it came from there, nearest step first.
///
/// `secret` says that a secure parameter or a key took part: the value is never printed.
public record Origin(Location at, List<Step> way, boolean secret) {
  public Origin {
    way = List.copyOf(way);
  }

  /// One hop of a value: `name` is the parameter, variable, module or file, `at` the place of the
  /// hop.
  ///
  /// @param byDefault what the parameter is when nothing is given for it; empty when that is not a
  ///   literal, or no parameter of a template at hand
  public record Step(Kind kind, String name, Location at, Optional<Default> byDefault) {}

  /// The default of a parameter: `true`, `false` or `null`, and where the parameter is declared.
  public record Default(String literal, Location at) {}

  /// What carried the value on.
  public enum Kind {
    PARAMETER,
    PARAMETER_DEFAULT,
    PARAMETER_FILE,
    MODULE_ARGUMENT,
    VARIABLE,
    OUTPUT,
    LOOP,
    FUNCTION,
    LOADED_FILE
  }

  /// A value written at this place.
  public static Origin at(Location at) {
    return new Origin(at, List.of(), false);
  }

  /// The same value after one more hop.
  public Origin through(Step step) {
    List<Step> longer = new ArrayList<>(way.size() + 1);
    longer.add(step);
    longer.addAll(way);
    return new Origin(at, longer, secret);
  }

  /// The same, marked as never to be printed.
  public Origin hidden() {
    return secret ? this : new Origin(at, way, true);
  }
}
