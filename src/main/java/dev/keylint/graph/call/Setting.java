package dev.keylint.graph.call;

import dev.keylint.text.Location;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;

/// One setting or environment variable of a workload: its name, and the property that holds its
/// value or names the secret that does.
public record Setting(String name, Property value, boolean secret) {
  private static final String KEY_VAULT = "@Microsoft.KeyVault(";

  /// The value under the setting's own name: an item of a list keeps it in a member `value`.
  Property evidence() {
    return new Property(name, value.at(), value.value());
  }

  /// Its value as rules see it.
  Fact fact() {
    return new Fact(value.value(), evidence());
  }

  /// Where it is set.
  Location at() {
    return value.at();
  }

  /// Whether its value is, or may be, one that only few may know.
  boolean isSecret() {
    return secret
        || value.value().origin().secret()
        || (value.value() instanceof Value.Str(var text, _) && text.startsWith(KEY_VAULT))
        || (value.value() instanceof Value.Unknown unknown
            && (unknown.reason() instanceof Reason.Secret
                || unknown.reason() instanceof Reason.KeyOf
                || PartialText.of(unknown)
                    .filter(it -> it.head().startsWith(KEY_VAULT))
                    .isPresent()));
  }

  /// Whether it is set to something.
  boolean isSet() {
    return !(value.value() instanceof Value.Null)
        && !(value.value() instanceof Value.Str(var text, _) && text.isEmpty());
  }
}
