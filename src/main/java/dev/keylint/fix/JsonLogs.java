package dev.keylint.fix;

import static dev.keylint.fix.NewValues.list;
import static dev.keylint.fix.NewValues.member;
import static dev.keylint.fix.NewValues.object;

import dev.keylint.fix.JsonTree.Found;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Span;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds a diagnostic setting to a list of resources that has a workspace for logs in it.
record JsonLogs(JsonDeclarations declarations, JsonTree tree, String text) {
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
    return declarations.behind(
        found.value().span(),
        body(
            condition,
            NewValues.text(((Coded.Code) scope).text()),
            NewValues.text(((Coded.Code) workspace).text())));
  }

  private static boolean isWorkspace(JsonValue value) {
    return value instanceof JsonObject it
        && it.text("type").filter(BicepLogs.WORKSPACE::equalsIgnoreCase).isPresent()
        && it.text("apiVersion").isPresent();
  }

  private static Value body(Optional<String> condition, Value scope, Value workspace) {
    List<Property> members = new ArrayList<>();
    condition.ifPresent(it -> members.add(member("condition", it)));
    members.add(member("type", "Microsoft.Insights/diagnosticSettings"));
    members.add(member("apiVersion", BicepLogs.VERSION));
    members.add(member("scope", scope));
    members.add(member("name", "audit"));
    Value audit = object(member("categoryGroup", "audit"), member("enabled", NewValues.yes()));
    members.add(
        member(
            "properties", object(member("workspaceId", workspace), member("logs", list(audit)))));
    members.add(member("dependsOn", list(scope, workspace)));
    return object(members);
  }
}
