package dev.keylint.fix;

import dev.keylint.fix.JsonTree.Found;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Adds DNS zones that an ARM template declares to the zone group of a private endpoint.
record JsonZones(JsonDeclarations declarations, JsonTree tree, String text) {
  private static final Origin NOWHERE = Origin.at(new Location.WholeFile(""));

  Attempt of(Span list, List<String> names) {
    Optional<JsonArray> array =
        tree.at(list)
            .map(Found::value)
            .filter(JsonArray.class::isInstance)
            .map(JsonArray.class::cast);
    if (array.isEmpty()) {
      return Attempt.refused("the configurations are computed");
    }
    if (array.orElseThrow().items().isEmpty()) {
      return Attempt.refused("it has no configurations yet");
    }
    Layout layout = Layout.of(text);
    Span last = array.orElseThrow().items().getLast().span();
    boolean own = layout.isFirst(last.start());
    String indent = layout.indent(last.start());
    StringBuilder items = new StringBuilder();
    for (String name : names) {
      switch (zone(name)) {
        case Coded.Refused(String why) -> {
          return Attempt.refused(why);
        }
        case Coded.Code(String code) ->
            items
                .append(own ? "," + layout.lineEnd() + indent : ", ")
                .append(
                    Written.JSON.value(
                        item(name, code), own ? Optional.of(indent) : Optional.empty(), layout));
      }
    }
    return Attempt.of(Splice.insert(last.end(), items.toString()));
  }

  private Coded zone(String name) {
    return tree.root().stream()
        .flatMap(JsonZones::all)
        .filter(it -> it instanceof JsonObject each && isZone(each, name))
        .findFirst()
        .map(it -> declarations.code(it.span(), "id"))
        .orElseGet(() -> new Coded.Refused(BicepZones.missing(name)));
  }

  private static Stream<JsonValue> all(JsonValue root) {
    return Stream.concat(
        Stream.of(root), JsonTree.parts(root).stream().flatMap(it -> all(it.value())));
  }

  private static boolean isZone(JsonObject value, String name) {
    return value.text("type").filter(BicepZones.ZONES::equalsIgnoreCase).isPresent()
        && value.text("name").filter(name::equalsIgnoreCase).isPresent()
        && value.member("condition").isEmpty();
  }

  private static Value item(String name, String code) {
    return of(
        new Property("name", NOWHERE.at(), str(name.replace('.', '-'))),
        new Property(
            "properties",
            NOWHERE.at(),
            of(new Property("privateDnsZoneId", NOWHERE.at(), str(code)))));
  }

  private static Value of(Property... members) {
    return new Value.Obj(Properties.of(List.of(members)), NOWHERE);
  }

  private static Value str(String text) {
    return new Value.Str(text, NOWHERE);
  }
}
