package dev.keylint.fix;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;

/// Values that are about to be written, and stand nowhere yet.
final class NewValues {
  private static final Origin NOWHERE = Origin.at(new Location.WholeFile(""));

  private NewValues() {}

  static Value text(String text) {
    return new Value.Str(text, NOWHERE);
  }

  static Value yes() {
    return new Value.Bool(true, NOWHERE);
  }

  static Value list(Value... items) {
    return new Value.Arr(List.of(items), NOWHERE);
  }

  static Value object(Property... members) {
    return object(List.of(members));
  }

  static Value object(List<Property> members) {
    return new Value.Obj(Properties.of(members), NOWHERE);
  }

  static Property member(String name, Value value) {
    return new Property(name, NOWHERE.at(), value);
  }

  static Property member(String name, String text) {
    return member(name, text(text));
  }
}
