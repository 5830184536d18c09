package dev.keylint.cli;

import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.PartialText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the resources of an estate are called, by their types in lower case.
///
/// @param known the names that are known, in lower case
/// @param open the types of which a resource has another name
record NamesByType(Map<String, Set<String>> known, Set<String> open) {
  static final NamesByType NONE = new NamesByType(Map.of(), Set.of());

  NamesByType {
    known = Map.copyOf(known);
    open = Set.copyOf(open);
  }

  static NamesByType of(Estate estate) {
    Map<String, Set<String>> known = new HashMap<>();
    Set<String> open = new HashSet<>();
    for (Resource resource : estate.resources()) {
      String type = resource.type().key();
      Set<String> names = known.computeIfAbsent(type, _ -> new HashSet<>());
      Optional<PartialText> name = PartialText.of(resource.name()).filter(PartialText::isKnown);
      name.ifPresentOrElse(it -> names.add(it.key()), () -> open.add(type));
    }
    return new NamesByType(known, open);
  }

  /// Whether one of them may have this id, as far as type and name tell.
  boolean mayHave(ResourceId id) {
    String type = id.type().orElse("").toLowerCase(Locale.ROOT);
    return open.contains(type)
        || (known.containsKey(type)
            && id.name()
                .filter(PartialText::isKnown)
                .map(it -> known.getOrDefault(type, Set.of()).contains(it.key()))
                .orElse(true));
  }
}
