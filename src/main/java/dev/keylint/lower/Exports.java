package dev.keylint.lower;

import dev.keylint.template.Template;
import java.util.Map;
import java.util.Set;

/// What a file lets others import.
///
/// @param template the file's template, which holds what the exported names need
/// @param values names of variables and functions
/// @param types types by name
public record Exports(Template template, Set<String> values, Map<String, TypeNode> types) {
  public Exports {
    values = Set.copyOf(values);
    types = Map.copyOf(types);
  }

  /// Whether a name is exported, as a value or a type.
  public boolean contains(String name) {
    return values.contains(name) || types.containsKey(name);
  }
}
