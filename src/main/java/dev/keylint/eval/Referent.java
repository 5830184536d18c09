package dev.keylint.eval;

import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What `reference`, `listKeys` and symbolic names refer to.
interface Referent {
  Value id();

  /// The API version it is declared with; empty when references to it carry none.
  Optional<Value> apiVersion();

  /// Whether it is a module, of which outputs are written `outputs.x`.
  boolean isModule();

  /// Whether it is a deployment, to which references carry no version as compilers differ in it.
  boolean isDeployment();

  /// A property that is known before the deployment, by its path from the resource as a whole.
  Optional<Value> resolve(List<Value> path, Location at);

  /// Whether it is certain that there is nothing at this path, as an output that a module does not
  /// have.
  default boolean lacks(List<Value> path) {
    return false;
  }

  /// Why a property is not known before the deployment.
  Reason reason(List<Value> path);
}
