package dev.keylint.check;

import dev.keylint.finding.Finding.Related;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way that a value came, as places to look at.
final class Trail {
  private Trail() {}

  /// Where the value was written, when that is elsewhere, each step of its way, and the module
  /// calls on the way to the resource.
  static List<Related> of(Optional<Origin> origin, Location shown, DeploymentPath deployment) {
    List<Related> trail = new ArrayList<>();
    origin.ifPresent(it -> add(it, shown, trail));
    for (DeploymentPath.Call call : deployment.calls().reversed()) {
      trail.add(new Related(call.at(), "called as `" + Shown.path(call.name()) + "`"));
    }
    return trail.stream().distinct().toList();
  }

  private static void add(Origin origin, Location shown, List<Related> trail) {
    for (Origin.Step step : origin.way()) {
      // The step of the same parameter is one of the way as well.
      if (step.kind() != Origin.Kind.UNSET) {
        trail.add(new Related(step.at(), phrase(step)));
      }
    }
    for (Origin.Step step : origin.deciding()) {
      if (step.kind() == Origin.Kind.UNSET) {
        trail.add(new Related(step.at(), phrase(step)));
      }
    }
    boolean elsewhere =
        !shown.holds(origin.at())
            && origin.way().stream().noneMatch(step -> step.at().holds(origin.at()));
    if (elsewhere) {
      trail.addFirst(new Related(origin.at(), "the value"));
    }
  }

  private static String phrase(Origin.Step step) {
    return switch (step.kind()) {
      case PARAMETER -> "parameter `" + step.name() + "`";
      case PARAMETER_DEFAULT -> "default of parameter `" + step.name() + "`";
      case PARAMETER_FILE -> "value of parameter `" + step.name() + "`";
      case MODULE_ARGUMENT -> "argument `" + step.name() + "`";
      case VARIABLE -> "variable `" + step.name() + "`";
      case OUTPUT -> "output `" + step.name() + "`";
      case LOOP -> "loop over `" + step.name() + "`";
      case FUNCTION -> "function `" + step.name() + "`";
      case LOADED_FILE -> "file `" + step.name() + "`";
      case UNSET -> "parameter `" + step.name() + "` by default";
    };
  }
}
