package dev.keylint.fix;

import dev.keylint.fix.JsonTree.Found;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Adds DNS zones that an ARM template declares to the zone group of a private endpoint.
record JsonZones(JsonDeclarations declarations, JsonTree tree, String text) {
  Attempt of(Span list, List<String> names) {
    return tree.at(list)
        .map(Found::value)
        .filter(JsonArray.class::isInstance)
        .map(it -> new ZoneItems(members((JsonArray) it), this::zone).add(names))
        .orElseGet(() -> Attempt.refused(ZoneItems.COMPUTED));
  }

  private Members members(JsonArray array) {
    List<Span> spans = array.items().stream().map(JsonValue::span).toList();
    return new Members(text, Written.JSON, array.span(), spans, false, Optional.empty());
  }

  private Coded zone(String name) {
    return tree.root().stream()
        .flatMap(JsonZones::all)
        .filter(it -> it instanceof JsonObject each && isZone(each, name))
        .findFirst()
        .map(it -> declarations.code(it.span(), "id"))
        .orElseGet(() -> ZoneItems.missing(name));
  }

  private static Stream<JsonValue> all(JsonValue root) {
    return Stream.concat(
        Stream.of(root), JsonTree.parts(root).stream().flatMap(it -> all(it.value())));
  }

  private static boolean isZone(JsonObject value, String name) {
    return value.text("type").filter(ZoneItems.TYPE::equalsIgnoreCase).isPresent()
        && value.text("name").filter(name::equalsIgnoreCase).isPresent()
        && value.member("condition").isEmpty();
  }
}
