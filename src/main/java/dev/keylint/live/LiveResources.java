package dev.keylint.live;

import dev.keylint.json.JsonObject;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceType;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Resources out of the bodies of a snapshot or a recorded answer.
public final class LiveResources {
  /// What a body has beside the members that `Resource` has of its own.
  private static final Set<String> OWN = Set.of("id", "type", "name");

  private LiveResources() {}

  /// The resource that a body describes; empty when it has no id or type.
  ///
  /// @param label what the estate is called
  public static Optional<Resource> resource(JsonObject body, String apiVersion, String label) {
    Optional<String> id = body.text("id").filter(it -> !it.isBlank());
    Optional<String> type = body.text("type").filter(it -> !it.isBlank());
    if (id.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    LiveValues values = new LiveValues(id.orElseThrow());
    String name = fullName(id.orElseThrow(), body.text("name").orElse(""));
    Value.Obj all = values.object(body, "");
    List<Property> rest = new ArrayList<>();
    for (Property property : all.properties()) {
      if (!OWN.contains(property.name().toLowerCase(Locale.ROOT))) {
        rest.add(property);
      }
    }
    Value.Obj stripped = new Value.Obj(Properties.of(rest), all.origin());
    ResourceType resourceType = ResourceType.of(type.orElseThrow());
    return Optional.of(
        new Resource(
            resourceType,
            apiVersion,
            values.text(id.orElseThrow(), "/id"),
            values.text(name, "/name"),
            scope(id.orElseThrow(), stripped, values),
            Optional.empty(),
            Withheld.mark(resourceType, stripped, values),
            false,
            values.at(""),
            DeploymentPath.of(label, Optional.empty())));
  }

  /// A child's list gives `account/project` or only `project`, depending on the provider; the id
  /// always has all.
  private static String fullName(String id, String name) {
    int providers = id.toLowerCase(Locale.ROOT).lastIndexOf("/providers/");
    if (providers < 0) {
      return name;
    }
    String[] segments = id.substring(providers + "/providers/".length()).split("/");
    List<String> names = new ArrayList<>();
    for (int i = 2; i < segments.length; i += 2) {
      names.add(segments[i]);
    }
    return names.isEmpty() ? name : String.join("/", names);
  }

  private static Value scope(String id, Value.Obj body, LiveValues values) {
    Optional<Value> written =
        body.properties()
            .get("properties")
            .flatMap(it ->
                it instanceof Value.Obj inner ? inner.properties().get("scope") : Optional.empty())
            .filter(Value.Str.class::isInstance);
    int providers = id.toLowerCase(Locale.ROOT).lastIndexOf("/providers/");
    return written.orElseGet(
        () -> values.text(providers < 0 ? "" : id.substring(0, providers), "/id"));
  }
}
