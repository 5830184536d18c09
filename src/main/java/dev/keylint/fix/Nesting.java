package dev.keylint.fix;

import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;

/// Objects around a value.
final class Nesting {
  private Nesting() {}

  /// An object with one member, in which there is one in turn, for each name.
  static Value of(List<String> names, Value inner) {
    Value value = inner;
    for (String name : names.reversed()) {
      Property member = new Property(name, inner.origin().at(), value);
      value = new Value.Obj(Properties.of(List.of(member)), inner.origin());
    }
    return value;
  }
}
