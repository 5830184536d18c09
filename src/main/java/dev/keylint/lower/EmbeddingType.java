package dev.keylint.lower;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The types of resources that hold a template in their body.
enum EmbeddingType {
  /// A stack deploys its template as a deployment does.
  STACK("Microsoft.Resources/deploymentStacks", "properties", "template"),
  TEMPLATE_SPEC("Microsoft.Resources/templateSpecs/versions", "properties", "mainTemplate"),
  MANAGED_APPLICATION("Microsoft.Solutions/applicationDefinitions", "properties", "mainTemplate"),
  POLICY("Microsoft.Authorization/policyDefinitions", Paths.POLICY, "template"),
  POLICY_VERSION("Microsoft.Authorization/policyDefinitions/versions", Paths.POLICY, "template"),
  BLUEPRINT("Microsoft.Blueprint/blueprints/artifacts", "properties", "template");

  private final String type;
  private final String owner;
  private final String template;

  EmbeddingType(String type, String owner, String template) {
    this.type = type;
    this.owner = owner;
    this.template = template;
  }

  private static final class Paths {
    static final String POLICY = "properties/policyRule/then/details/deployment/properties";

    private Paths() {}
  }

  static Optional<EmbeddingType> of(String type) {
    return Arrays.stream(values()).filter(it -> it.type.equalsIgnoreCase(type)).findFirst();
  }

  /// The way through the body to the object that holds the template and what is given to it.
  List<String> owner() {
    return List.of(owner.split("/"));
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
