package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.text.Keyword;
import dev.keylint.value.Property;
import dev.keylint.value.Value;

/// A place in the body of a resource where a key may arrive.
///
/// @param name the setting, secret or connection
/// @param value what arrives
/// @param secret whether only those who may read secrets see it there
public record KeyPlace(Resource resource, Kind kind, Value name, Property value, boolean secret) {

  /// What kind of place.
  public enum Kind implements Keyword {
    SETTING("setting"),
    OUTPUT("output"),
    SECRET("secret"),
    CONNECTION("connection"),
    NAMED_VALUE("named value"),
    BACKEND("backend"),
    SCRIPT("script"),
    ARGUMENT("argument"),
    OTHER("property");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }

    /// Whether it is known by the resource's own name and not by the member's.
    public boolean isResource() {
      return switch (this) {
        case SECRET, CONNECTION, NAMED_VALUE -> true;
        case SETTING, OUTPUT, BACKEND, SCRIPT, ARGUMENT, OTHER -> false;
      };
    }

    /// How reports call it.
    public String shown() {
      return shown;
    }
  }
}
