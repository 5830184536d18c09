package dev.keylint.lower.arm;

import dev.keylint.json.JsonObject;
import dev.keylint.template.TargetScope;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the `$schema` of a template says.
final class ArmSchema {
  private static final Pattern TEMPLATE =
      Pattern.compile("(?i).*/(subscription|managementGroup|tenant)?deploymentTemplate\\.json#?");

  private ArmSchema() {}

  /// Whether an object says that it is a deployment template.
  static boolean isTemplate(JsonObject root) {
    return root.text("$schema").filter(schema -> TEMPLATE.matcher(schema).matches()).isPresent();
  }

  /// The level that a template deploys to; without a schema a resource group.
  static TargetScope target(JsonObject template) {
    Matcher schema = TEMPLATE.matcher(template.text("$schema").orElse(""));
    String level = schema.matches() ? Optional.ofNullable(schema.group(1)).orElse("") : "";
    return switch (level.toLowerCase(Locale.ROOT)) {
      case "subscription" -> TargetScope.SUBSCRIPTION;
      case "managementgroup" -> TargetScope.MANAGEMENT_GROUP;
      case "tenant" -> TargetScope.TENANT;
      default -> TargetScope.RESOURCE_GROUP;
    };
  }
}
