package dev.keylint.lower;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The types of resources that hold a template in their body.
enum EmbeddingType {
  /// A stack deploys its template as a deployment does.
  STACK("Microsoft.Resources/deploymentStacks", List.of("properties"), "template"),
  TEMPLATE_SPEC(
      "Microsoft.Resources/templateSpecs/versions", List.of("properties"), "mainTemplate"),
  MANAGED_APPLICATION(
      "Microsoft.Solutions/applicationDefinitions", List.of("properties"), "mainTemplate"),
  POLICY("Microsoft.Authorization/policyDefinitions", Paths.POLICY, "template"),
  POLICY_VERSION("Microsoft.Authorization/policyDefinitions/versions", Paths.POLICY, "template"),
  BLUEPRINT("Microsoft.Blueprint/blueprints/artifacts", List.of("properties"), "template");

  private final String type;
  private final List<String> owner;
  private final String template;

  EmbeddingType(String type, List<String> owner, String template) {
    this.type = type;
    this.owner = owner;
    this.template = template;
  }

  private static final class Paths {
    static final List<String> POLICY =
        List.of("properties", "policyRule", "then", "details", "deployment", "properties");

    private Paths() {}
  }

  static Optional<EmbeddingType> of(String type) {
    return Arrays.stream(values()).filter(it -> it.type.equalsIgnoreCase(type)).findFirst();
  }

  /// The way through the body to the object that holds the template and what is given to it.
  List<String> owner() {
    return owner;
  }

  /// The name of the template in it.
  String template() {
    return template;
  }

  /// Whether the template is deployed with the resource, and not later by somebody else.
  boolean deploys() {
    return this == STACK;
  }

  /// Whether texts in brackets that are given to parameters are expressions of another language,
  /// evaluated when the template is deployed.
  boolean hasOwnExpressions() {
    return this == POLICY || this == POLICY_VERSION || this == BLUEPRINT;
  }
}
