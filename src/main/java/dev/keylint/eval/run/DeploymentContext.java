package dev.keylint.eval.run;

import java.util.Optional;

/// What the user tells of the deployment's surroundings; what is not given stays symbolic.
///
/// @param location the location of the resource group, or of the deployment elsewhere
/// @param cloud the name of the cloud; `AzureCloud` makes `environment()` known
public record DeploymentContext(
    Optional<String> tenantId,
    Optional<String> managementGroup,
    Optional<String> subscriptionId,
    Optional<String> resourceGroup,
    Optional<String> location,
    Optional<String> deploymentName,
    Optional<String> cloud) {

  /// Nothing is known.
  public static final DeploymentContext NONE =
      new DeploymentContext(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// A resource group, and nothing else.
  public static DeploymentContext resourceGroup(String subscriptionId, String name) {
    return new DeploymentContext(
        Optional.empty(),
        Optional.empty(),
        Optional.of(subscriptionId),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
