package dev.keylint.eval;

import dev.keylint.eval.scope.ResourceIds;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// A resource that this template does not declare, by its id.
record Elsewhere(Value id, Optional<Value> apiVersion) implements Referent {
  @Override
  public boolean isModule() {
    return false;
  }

  @Override
  public boolean isDeployment() {
    return ResourceIds.isDeployment(id);
  }

  @Override
  public Optional<Value> resolve(List<Value> path, Location at) {
    boolean own =
        path.size() == 1
            && path.getFirst() instanceof Value.Str(String name, _)
            && name.equalsIgnoreCase("id");
    return own ? Optional.of(id) : Optional.empty();
  }

  @Override
  public Reason reason(List<Value> path) {
    return new Reason.RuntimeReference(NormalForm.plain(id), NormalForm.path(path));
  }
}
