package dev.keylint.fix;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a role assignment that is made of its scope, principal and role, as an ARM template
/// says them. A name has to be known before the deployment, so that in the place of a reference
/// stands the id of what it refers to.
final class JsonGuid {
  private static final String REFERENCE = "reference(";

  private static final Pattern RUN_TIME = Pattern.compile("(?i)\\b(reference|list\\w*)\\(");

  private JsonGuid() {}

  /// @param group what a deployment is made to, as an expression; empty for a tenant
  static Attempt of(JsonObject assignment, Optional<String> group) {
    Optional<JsonValue> name = assignment.value("name");
    Optional<JsonObject> body = assignment.object("properties");
    Optional<String> scope =
        assignment.value("scope").isPresent()
            ? assignment.text("scope").flatMap(JsonGuid::code)
            : group;
    Optional<String> principal = body.flatMap(it -> it.text("principalId")).flatMap(JsonGuid::code);
    Optional<String> role = body.flatMap(it -> it.text("roleDefinitionId")).flatMap(JsonGuid::code);
    boolean plain =
        assignment
            .text("type")
            .filter("Microsoft.Authorization/roleAssignments"::equalsIgnoreCase)
            .isPresent();
    if (!plain || name.isEmpty() || scope.isEmpty() || principal.isEmpty() || role.isEmpty()) {
      return Attempt.refused("its scope, principal or role is not known before it is deployed");
    }
    String guid =
        "[guid("
            + String.join(", ", scope.orElseThrow(), principal.orElseThrow(), role.orElseThrow())
            + ")]";
    return name.orElseThrow() instanceof JsonString(String now, _) && now.equals(guid)
        ? Attempt.of()
        : Attempt.of(Splice.replace(name.orElseThrow().span(), Written.JSON.text(guid)));
  }

  /// A text as an argument: known before the deployment, or the id of what is referred to.
  private static Optional<String> code(String text) {
    if (!text.startsWith("[") || text.startsWith("[[") || !text.endsWith("]")) {
      return Optional.of("'" + text.replace("'", "''") + "'");
    }
    String expression = text.substring(1, text.length() - 1).strip();
    if (expression.regionMatches(true, 0, REFERENCE, 0, REFERENCE.length())) {
      String first =
          JsonDeclarations.arguments(expression.substring(REFERENCE.length())).getFirst();
      return RUN_TIME.matcher(first).find() || !first.contains("(")
          ? Optional.empty()
          : Optional.of(first);
    }
    return RUN_TIME.matcher(expression).find() ? Optional.empty() : Optional.of(expression);
  }
}
