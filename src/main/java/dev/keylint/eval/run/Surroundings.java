package dev.keylint.eval.run;

import dev.keylint.value.Value;

/// What expressions can learn of the deployment they stand in, by `resourceGroup()`, `deployment()`
/// and the like.
///
/// @param scope what it deploys to
/// @param name the deployment's name
/// @param root whether it is the root, of which the user may have told more
public record Surroundings(DeploymentScope scope, Value name, boolean root) {
  /// The same deployment, seen from another scope.
  public Surroundings at(DeploymentScope other) {
    return new Surroundings(other, name, root);
  }
}
