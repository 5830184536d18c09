package dev.keylint.cli;

import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The texts of an estate that came from secure parameters or keys, so that no report shows them.
final class Secrets {
  private Secrets() {}

  static Set<String> in(Estate estate) {
    Set<String> found = new TreeSet<>();
    for (Resource resource : estate.resources()) {
      collect(resource.body(), found);
    }
    estate.outputs().forEach(output -> collect(output.value(), found));
    return found;
  }

  private static void collect(Value value, Set<String> found) {
    switch (value) {
      case Value.Str(String text, var origin) -> {
        if (origin.secret()) {
          found.add(text);
        }
      }
      case Value.Arr(List<Value> items, _) -> items.forEach(item -> collect(item, found));
      case Value.Obj(var properties, _) -> {
        for (Property property : properties) {
          collect(property.value(), found);
        }
      }
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Unknown _ -> {}
    }
  }
}
