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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Adds a diagnostic setting to a list of resources that has a workspace for logs in it.
record JsonLogs(JsonDeclarations declarations, JsonTree tree, String text) {
  private static final Origin NOWHERE = Origin.at(new Location.WholeFile(""));

  Attempt of(Span declaration) {
    Optional<Found> resource = tree.at(declaration);
    List<Found> workspaces =
        resource.flatMap(Found::around).filter(JsonArray.class::isInstance).stream()
            .flatMap(it -> JsonTree.parts(it).stream())
            .filter(it -> isWorkspace(it.value()))
            .toList();
    if (workspaces.size() != 1) {
      return Attempt.refused(BicepLogs.NO_WORKSPACE);
    }
    if (((JsonObject) workspaces.getFirst().value()).member("condition").isPresent()) {
      return Attempt.refused("the workspace is deployed under a condition");
    }
    Coded scope = declarations.code(declaration, "");
    Coded workspace = declarations.code(workspaces.getFirst().span(), "");
    if (scope instanceof Coded.Refused(String why)) {
      return Attempt.refused(why);
    }
    if (workspace instanceof Coded.Refused(String why)) {
      return Attempt.refused(why);
    }
    Found found = resource.orElseThrow();
    Optional<String> condition =
        found.value() instanceof JsonObject it ? it.text("condition") : Optional.empty();
    Value body =
        body(condition, str(((Coded.Code) scope).text()), str(((Coded.Code) workspace).text()));
    Layout layout = Layout.of(text);
    String indent = layout.indent(found.value().span().start());
    String written = Written.JSON.value(body, Optional.of(indent), layout);
    return Attempt.of(
        Splice.insert(found.value().span().end(), "," + layout.lineEnd() + indent + written));
  }

  private static boolean isWorkspace(JsonValue value) {
    return value instanceof JsonObject it
        && it.text("type")
            .map(type -> type.toLowerCase(Locale.ROOT) + "@")
            .filter(BicepLogs.WORKSPACE::equals)
            .isPresent()
        && it.text("apiVersion").isPresent();
  }

  private static Value body(Optional<String> condition, Value scope, Value workspace) {
    List<Property> members = new ArrayList<>();
    condition.ifPresent(it -> members.add(member("condition", str(it))));
    members.add(member("type", str("Microsoft.Insights/diagnosticSettings")));
    members.add(member("apiVersion", str(BicepLogs.VERSION)));
    members.add(member("scope", scope));
    members.add(member("name", str("audit")));
    Value audit =
        of(
            List.of(
                member("categoryGroup", str("audit")),
                member("enabled", new Value.Bool(true, NOWHERE))));
    members.add(
        member(
            "properties",
            of(
                List.of(
                    member("workspaceId", workspace),
                    member("logs", new Value.Arr(List.of(audit), NOWHERE))))));
    members.add(member("dependsOn", new Value.Arr(List.of(scope, workspace), NOWHERE)));
    return of(members);
  }

  private static Property member(String name, Value value) {
    return new Property(name, NOWHERE.at(), value);
  }

  private static Value of(List<Property> members) {
    return new Value.Obj(Properties.of(members), NOWHERE);
  }

  private static Value str(String text) {
    return new Value.Str(text, NOWHERE);
  }
}
