package dev.keylint.fix;

import static dev.keylint.fix.NewValues.member;
import static dev.keylint.fix.NewValues.object;

import dev.keylint.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Adds DNS zones that a file declares to the zone group of a private endpoint.
///
/// @param list the configurations of the group
/// @param zone how the file says the id of a zone, by its name
record ZoneItems(Members list, Function<String, Coded> zone) {
  static final String TYPE = "microsoft.network/privatednszones";

  /// Why nothing is added to what is no list.
  static final String COMPUTED = "the configurations are computed";

  static Coded missing(String name) {
    return new Coded.Refused("the zone `" + name + "` is not declared in this file");
  }

  Attempt add(List<String> names) {
    if (list.all().isEmpty()) {
      return Attempt.refused("it has no configurations yet");
    }
    Map<String, String> ids = new LinkedHashMap<>();
    for (String name : names) {
      switch (zone.apply(name)) {
        case Coded.Refused(String why) -> {
          return Attempt.refused(why);
        }
        case Coded.Code(String id) -> ids.put(name, id);
      }
    }
    return new Attempt.Made(list.add(indent -> items(ids, indent)));
  }

  private String items(Map<String, String> ids, Optional<String> indent) {
    Layout layout = Layout.of(list.text());
    String between = indent.map(it -> list.language().comma() + layout.lineEnd() + it).orElse(", ");
    return ids.entrySet().stream()
        .map(it -> item(it.getKey(), it.getValue(), indent, layout))
        .collect(Collectors.joining(between));
  }

  private String item(String name, String id, Optional<String> indent, Layout layout) {
    Value item =
        object(
            member("name", name.replace('.', '-')),
            member("properties", object(member("privateDnsZoneId", Placeholder.VALUE))));
    String text = list.language().value(item, indent, layout);
    return Placeholder.filled(text, list.language(), id);
  }
}
