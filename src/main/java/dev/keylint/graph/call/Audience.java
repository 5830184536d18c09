package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.Optional;

/// Brings the audience of a token into the form that rules compare.
public final class Audience {
  private static final String DEFAULT_SCOPE = "/.default";

  private Audience() {}

  /// The fact that a property states; empty when it is no text, or empty.
  public static Optional<Fact> of(Property property) {
    return PartialText.of(property.value())
        .filter(text -> !text.chars().isBlank())
        .map(text -> new Fact(plain(text).value(), property));
  }

  /// Without `/.default`, which makes a scope of it, and without a slash at its end; in lower case.
  private static PartialText plain(PartialText text) {
    PartialText audience = slashless(text.lower());
    return audience.chars().endsWith(DEFAULT_SCOPE)
        ? slashless(audience.slice(0, audience.chars().length() - DEFAULT_SCOPE.length()))
        : audience;
  }

  private static PartialText slashless(PartialText text) {
    int end = text.chars().length();
    while (end > 0 && text.chars().charAt(end - 1) == '/') {
      end--;
    }
    return text.slice(0, end);
  }

  /// Whether a setting's value can be an audience: one that is known must be an https URL, as the
  /// name alone proves little.
  static boolean isPlausible(Value value) {
    return !(value instanceof Value.Str(var text, _))
        || text.regionMatches(true, 0, "https://", 0, "https://".length());
  }
}
