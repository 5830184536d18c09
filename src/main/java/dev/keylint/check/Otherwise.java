package dev.keylint.check;

import dev.keylint.resource.Estate;
import dev.keylint.value.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// An estate as it would be if an environment variable had another value.
///
/// @param variable its name
/// @param steps the parts that it takes now in parameters
/// @param estate made when it is asked for; none where it can't be told
public record Otherwise(
    String variable, List<Origin.Step> steps, Supplier<Optional<Estate>> estate) {
  public Otherwise {
    steps = List.copyOf(steps);
  }
}
