package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.value.Property;
import dev.keylint.value.Value;

/// A place in the body of a resource where a key may arrive.
///
/// @param name the setting, secret or connection
/// @param value what arrives
/// @param secret whether only those who may read secrets see it there
public record KeyPlace(Resource resource, Kind kind, Value name, Property value, boolean secret) {

  /// What kind of place.
  public enum Kind {
    SETTING("setting", "setting"),
    OUTPUT("output", "output"),
    SECRET("secret", "secret"),
    CONNECTION("connection", "connection"),
    NAMED_VALUE("namedValue", "named value"),
    BACKEND("backend", "backend"),
    SCRIPT("script", "script"),
    ARGUMENT("argument", "argument"),
    OTHER("other", "property");

    private final String word;
    private final String shown;

    Kind(String word, String shown) {
      this.word = word;
      this.shown = shown;
    }

    /// How the rule language writes it.
    public String word() {
      return word;
    }

    /// How reports call it.
    public String shown() {
      return shown;
    }
  }
}
