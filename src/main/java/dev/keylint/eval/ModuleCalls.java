package dev.keylint.eval;

import dev.keylint.resource.ModuleCall;
import dev.keylint.template.Declaration;
import dev.keylint.value.ListedKeys;
import java.util.ArrayList;
import java.util.List;

/// Collects the calls of modules of a deployment that is expanded: what they are given, and which
/// keys they give out.
///
/// Outputs that nothing refers to are evaluated for this; what is wrong with them is no part of the
/// result.
final class ModuleCalls {
  private final ListedKeys keys = new ListedKeys();
  private final List<ModuleCall> found = new ArrayList<>();

  private final KeyExprs written;

  private ModuleCalls(KeyExprs written) {
    this.written = written;
  }

  static List<ModuleCall> of(Instance root) {
    ModuleCalls calls = new ModuleCalls(new KeyExprs(root.run()::index));
    root.run()
        .silently(() -> {
          root.run().speculate(() -> calls.below(root));
          return true;
        });
    return calls.found;
  }

  private void below(Instance instance) {
    for (Declaration declaration : instance.index().template().resources()) {
      if (declaration instanceof Declaration.Deployment) {
        for (Copy copy : instance.declared().copies(declaration).all()) {
          if (copy instanceof ModuleCopy call && !call.absent()) {
            found.add(call.call(keys, written));
            call.instance().ifPresent(this::below);
          }
        }
      }
    }
  }
}
