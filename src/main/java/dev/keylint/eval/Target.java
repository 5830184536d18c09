package dev.keylint.eval;

import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What `reference`, `listKeys` and symbolic names refer to.
sealed interface Target permits ResourceCopy, ModuleCopy, Elsewhere {
  Value id();

  /// The API version it is declared with; empty when references to it carry none.
  Optional<Value> apiVersion();

  /// A property that is known before the deployment, by its path from the resource as a whole.
  Optional<Value> resolve(List<Value> path, Location at);

  /// Why a property is not known before the deployment.
  Reason reason(List<Value> path);
}
