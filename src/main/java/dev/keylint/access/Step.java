package dev.keylint.access;

import dev.keylint.rule.Explains;
import dev.keylint.text.Location;
import java.util.Optional;

/// One link of the chain between a caller and a service.
///
/// @param says what there is, or what is wrong
/// @param at the place that says so
/// @param answer what the caller sees when it does not hold
/// @param repair what to change then
public record Step(
    Explains.Link link,
    Standing standing,
    String says,
    Optional<Location> at,
    Optional<String> answer,
    Optional<String> repair) {

  static Step of(Explains.Link link, Standing standing, String says, Optional<Location> at) {
    return new Step(link, standing, says, at, Optional.empty(), Optional.empty());
  }

  Step saying(String more) {
    return new Step(link, standing, more, at, answer, repair);
  }
}
