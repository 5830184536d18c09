package dev.keylint.cli;

import dev.keylint.report.Redaction;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The texts of a scan that came from secure parameters or keys, so that no report shows them.
final class Secrets {
  private Secrets() {}

  static Redaction redaction(List<Estate> estates, boolean live) {
    Set<String> found = new TreeSet<>();
    for (Estate estate : estates) {
      for (Resource resource : estate.resources()) {
        collect(resource.body(), found);
      }
      estate.outputs().forEach(output -> collect(output.value(), found));
    }
    return new Redaction(List.copyOf(found), live);
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
