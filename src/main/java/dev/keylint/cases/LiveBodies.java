package dev.keylint.cases;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.json.JsonValue;
import dev.keylint.live.LiveResources;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An array of resource bodies as one live estate, with the way back from a JSON pointer to its
/// line.
///
/// @param byId the bodies by resource id in lower case
record LiveBodies(Source source, Map<String, JsonObject> byId, Estate estate) {
  static LiveBodies read(Source source) {
    JsonResult read = JsonReader.read(source);
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    List<Resource> resources = new ArrayList<>();
    Map<String, JsonObject> byId = new HashMap<>();
    List<JsonValue> items =
        read.value().orElse(null) instanceof JsonArray array ? array.items() : List.of();
    for (JsonValue item : items) {
      Optional<Resource> resource =
          item instanceof JsonObject body
              ? LiveResources.resource(body, "", source.path())
              : Optional.empty();
      if (resource.isPresent() && item instanceof JsonObject body) {
        resources.add(resource.orElseThrow());
        byId.put(body.text("id").orElseThrow().toLowerCase(Locale.ROOT), body);
      } else {
        Location at = new Location.InFile(source, item.span());
        diagnostics.add(Diagnostic.of(Diagnostic.Kind.SYNTAX, "a body needs `id` and `type`", at));
      }
    }
    Estate estate = new Estate(source.path(), true, resources, List.of(), List.of(), diagnostics);
    return new LiveBodies(source, byId, estate);
  }

  /// The line of the key that a place points at, or of the innermost object or item above it that
  /// is written.
  Line line(Location location) {
    if (!(location instanceof Location.InAzure(String id, String pointer))) {
      return Line.ELSEWHERE;
    }
    JsonObject body = byId.get(id.toLowerCase(Locale.ROOT));
    if (body == null) {
      return Line.ELSEWHERE;
    }
    int at = body.span().start();
    JsonValue value = body;
    for (String step : pointer.isEmpty() ? List.<String>of() : steps(pointer)) {
      if (value instanceof JsonObject object && object.member(step).isPresent()) {
        JsonMember member = object.member(step).orElseThrow();
        at = member.keySpan().start();
        value = member.value();
      } else if (value instanceof JsonArray array
          && step.matches("[0-9]{1,6}")
          && Integer.parseInt(step) < array.items().size()) {
        value = array.items().get(Integer.parseInt(step));
        at = value.span().start();
      } else {
        break;
      }
    }
    return new Line(source.path(), source.position(at).line());
  }

  private static List<String> steps(String pointer) {
    return List.of(pointer.substring(1).split("/", -1)).stream()
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .toList();
  }
}
