package dev.keylint.graph.call;

import dev.keylint.text.Location;
import dev.keylint.value.Property;
import dev.keylint.value.Value;

/// What a rule may ask about, and the property that says so.
///
/// The value is in the form that rules compare; the evidence is as written. Where no property of a
/// template says it, as an attribute of a policy's XML, the evidence is made up with the right
/// place.
public record Fact(Value value, Property evidence) {
  /// Where it is said.
  public Location at() {
    return evidence.at();
  }
}
