package dev.keylint.plan;

import dev.keylint.module.WorkspaceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts one deployment in the place of those that azd makes in a row.
final class Layers {
  private Layers() {}

  private record Alone(WorkspaceFile template, Optional<WorkspaceFile> parameters) {}

  /// With other parameter files, and as twins have it, each stays a deployment of its own.
  static List<PlannedDeployment> joined(
      List<PlannedDeployment> planned, List<List<Layer>> layered) {
    Set<Alone> parts = new HashSet<>();
    layered.forEach(layers ->
        layers.forEach(layer -> parts.add(new Alone(layer.template(), layer.parameters()))));
    List<PlannedDeployment> joined = new ArrayList<>();
    for (PlannedDeployment it : planned) {
      boolean isPart =
          it.purpose() == PlannedDeployment.Purpose.JUDGE
              && it.twins().isEmpty()
              && parts.contains(new Alone(it.template(), it.parameters()));
      if (!isPart) {
        joined.add(it);
      }
    }
    layered.forEach(layers -> joined.add(PlannedDeployment.of(layers)));
    return joined;
  }
}
