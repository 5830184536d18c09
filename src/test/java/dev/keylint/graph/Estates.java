package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceType;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Builds small estates of JSON: an array of resources as Azure writes them, plus `as` (a symbol
/// for `${…}`, see `TestValues`) and `existing`.
///
/// The scope is `${rg.id}` unless it is written; the id is made of scope, type and name unless it
/// is. A name with `/` is a child's.
public final class Estates {
  private static final Set<String> HEAD =
      Set.of("as", "type", "name", "id", "scope", "existing", "apiVersion", "condition");

  private Estates() {}

  /// Yes, no, or open.
  public static String show(Answer answer) {
    return answer.isTrue() ? "yes" : answer.isFalse() ? "no" : "open";
  }

  /// The text that a value is, or `?`.
  public static String text(Value value) {
    return value instanceof Value.Str(var text, _) ? text : "?";
  }

  /// A resource as it is written.
  ///
  /// @param properties an object of JSON, or what takes its place
  public static String resource(String type, String name, String properties) {
    return "{\"type\": \""
        + type
        + "\", \"name\": \""
        + name
        + "\", \"properties\": "
        + properties
        + "}";
  }

  public static AccessGraph graph(String json) {
    return joined(template(json));
  }

  /// The graph of an estate; whatever calls it has are written where calls may be.
  static AccessGraph joined(Estate estate) {
    AccessGraph graph = AccessGraph.of(estate);
    assertThat(graph.calls()).allMatch(call -> GraphSources.mayCall(call.resource().type().name()));
    return graph;
  }

  public static Estate template(String json) {
    return estate(json, false, List.of());
  }

  /// A value by itself.
  public static Value value(String json) {
    String probe = "[{\"type\": \"Test.Probe/probes\", \"name\": \"probe\", \"it\": " + json + "}]";
    return Bodies.at(template(probe).resources().getFirst(), "it").orElseThrow().value();
  }

  /// An estate read from Azure: scope and id as its bodies have them.
  public static Estate live(String json) {
    return estate(json, true, List.of());
  }

  static Estate estate(String json, boolean live, List<Gap> gaps) {
    Source source = Source.of("main.json", json);
    JsonValue root = JsonReader.read(source).value().orElseThrow();
    Map<String, Value> ids = new HashMap<>();
    TestValues values = new TestValues(source, ids);
    List<Resource> resources = new ArrayList<>();
    for (JsonValue item : ((JsonArray) root).items()) {
      Resource resource = resource((JsonObject) item, values, source);
      ((JsonObject) item).text("as").ifPresent(symbol -> ids.put(symbol, resource.id()));
      resources.add(resource);
    }
    return new Estate("test", live, resources, List.of(), gaps, List.of());
  }

  private static Resource resource(JsonObject json, TestValues values, Source source) {
    String type = json.text("type").orElseThrow();
    Location at = new Location.InFile(source, json.span());
    Value name = json.value("name").map(values::of).orElseThrow();
    Value scope = json.value("scope").map(values::of).orElseGet(() -> group(values));
    Value id = json.value("id").map(values::of).orElseGet(() -> id(scope, type, name, at));
    List<Property> body = new ArrayList<>();
    for (JsonMember member : json.members()) {
      if (!HEAD.contains(member.key())) {
        body.add(values.property(member));
      }
    }
    return new Resource(
        ResourceType.of(type),
        json.text("apiVersion").orElse("2025-01-01"),
        id,
        name,
        scope,
        json.value("condition").map(values::of),
        new Value.Obj(Properties.of(body), Origin.at(at)),
        json.value("existing").isPresent(),
        at,
        DeploymentPath.of("main.json", Optional.empty()));
  }

  private static Value group(TestValues values) {
    return values.of(new JsonString("${rg.id}", new Span(0, 0)));
  }

  private static Value id(Value scope, String type, Value name, Location at) {
    Origin origin = Origin.at(at);
    List<Value> parts = new ArrayList<>();
    parts.add(scope);
    String[] types = type.split("/");
    parts.add(new Value.Str("/providers/" + types[0], origin));
    if (types.length == 2) {
      parts.add(new Value.Str("/" + types[1] + "/", origin));
      parts.add(name);
    } else {
      String[] names = ((Value.Str) name).value().split("/");
      for (int i = 1; i < types.length; i++) {
        parts.add(new Value.Str("/" + types[i] + "/" + names[i - 1], origin));
      }
    }
    return TestValues.join(parts, origin);
  }
}
