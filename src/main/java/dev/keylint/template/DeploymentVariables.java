package dev.keylint.template;

import java.util.Set;

/// Environment variables that have a value in every deployment by azd, whoever makes it.
public final class DeploymentVariables {
  /// What azd asks for before it deploys anything, and who is signed in.
  public static final Set<String> ALWAYS_SET =
      Set.of(
          "AZURE_ENV_NAME",
          "AZURE_LOCATION",
          "AZURE_SUBSCRIPTION_ID",
          "AZURE_PRINCIPAL_ID",
          "AZURE_PRINCIPAL_TYPE");

  /// The same where a template is deployed to a resource group.
  public static final String GROUP = "AZURE_RESOURCE_GROUP";

  private DeploymentVariables() {}

  /// Whether a variable is never unset nor empty, in a deployment that reads it.
  public static boolean isThere(String name) {
    return ALWAYS_SET.contains(name) || name.equals(GROUP);
  }
}
