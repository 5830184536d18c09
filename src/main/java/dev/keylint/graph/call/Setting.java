package dev.keylint.graph.call;

import dev.keylint.value.Property;
import dev.keylint.value.Value;

/// One setting or environment variable of a workload: its name, and the property that holds its
/// value or names the secret that does.
record Setting(String name, Property value, boolean secret) {

  /// The value under the setting's own name: an item of a list keeps it in a member `value`.
  Property evidence() {
    return new Property(name, value.at(), value.value());
  }

  /// Whether it is set to something.
  boolean isSet() {
    return !(value.value() instanceof Value.Null)
        && !(value.value() instanceof Value.Str(var text, _) && text.isEmpty());
  }
}
