package dev.keylint.plan;

import dev.keylint.text.Location;

/// What the findings of a deployment say besides: that nothing deploys it, say.
///
/// @param at the place that says so
/// @param message as a phrase
/// @param lowers whether its findings are warnings at most, since the tool that deploys the
///   template does not read the parameter file
public record Remark(Location at, String message, boolean lowers) {
  static Remark of(Location at, String message) {
    return new Remark(at, message, false);
  }

  static Remark idle(Location call) {
    return of(call, "this call deploys nothing; judged as if deployed by itself");
  }
}
