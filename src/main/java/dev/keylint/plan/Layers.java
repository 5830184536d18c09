package dev.keylint.plan;

import java.util.ArrayList;
import java.util.List;

/// Puts one deployment in the place of those that azd makes in a row.
final class Layers {
  private Layers() {}

  static List<PlannedDeployment> joined(
      List<PlannedDeployment> planned, List<List<Layer>> layered) {
    List<PlannedDeployment> joined = new ArrayList<>(planned);
    for (List<Layer> layers : layered) {
      // With other parameter files, and as twins have it, each stays a deployment of its own.
      joined.removeIf(it -> it.twins().isEmpty() && layers.stream().anyMatch(layer -> is(it, layer)));
      joined.add(PlannedDeployment.of(layers));
    }
    return joined;
  }

  private static boolean is(PlannedDeployment planned, Layer layer) {
    return planned.purpose() == PlannedDeployment.Purpose.JUDGE
        && planned.template().equals(layer.template())
        && planned.parameters().equals(layer.parameters());
  }
}
