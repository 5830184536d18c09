package dev.keylint.eval.function;

import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Puts objects into one, the later over the earlier; keys compare without case.
final class Merge {
  private int parts;

  /// Members that are objects on both sides are merged in turn; arrays are replaced.
  ///
  /// Nothing when it is unknown whether a member is an object, or when there is too much to merge.
  Optional<Properties> deeply(Properties under, Properties over) {
    return deeply(under, over, 0);
  }

  /// The later member replaces the earlier as a whole.
  static Properties shallowly(List<Properties> objects) {
    Map<String, Property> members = new LinkedHashMap<>();
    for (Properties object : objects) {
      for (Property member : object) {
        members.merge(
            member.name().toLowerCase(Locale.ROOT),
            member,
            (earlier, later) ->
                new Property(
                    earlier.name(),
                    later.at(),
                    later.value(),
                    earlier.hiding().and(later.hiding())));
      }
    }
    return Properties.of(List.copyOf(members.values()));
  }

  private Optional<Properties> deeply(Properties under, Properties over, int depth) {
    parts += under.size() + over.size();
    if (parts > Limits.PARTS || depth > Limits.NESTING) {
      return Optional.empty();
    }
    Map<String, Value> merged = new HashMap<>();
    for (Property later : over) {
      Optional<Property> earlier = under.property(later.name());
      if (earlier.isPresent()) {
        Optional<Value> both = both(earlier.orElseThrow().value(), later.value(), depth);
        if (both.isEmpty()) {
          return Optional.empty();
        }
        merged.put(later.name(), both.orElseThrow());
      }
    }
    List<Property> members =
        over.entries().stream()
            .map(later -> later.with(merged.getOrDefault(later.name(), later.value())))
            .toList();
    return Optional.of(shallowly(List.of(under, Properties.of(members))));
  }

  private Optional<Value> both(Value under, Value over, int depth) {
    if (under instanceof Value.Obj(Properties below, Origin belowOrigin)
        && over instanceof Value.Obj(Properties above, Origin aboveOrigin)) {
      Origin origin = aboveOrigin.hidden(belowOrigin.hiding());
      return deeply(below, above, depth + 1).map(members -> new Value.Obj(members, origin));
    }
    boolean open =
        switch (over) {
          case Value.Unknown _ -> under instanceof Value.Obj || under instanceof Value.Unknown;
          case Value.Obj _ -> under instanceof Value.Unknown;
          case Value _ -> false;
        };
    return open ? Optional.empty() : Optional.of(over);
  }
}
