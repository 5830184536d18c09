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

  /// The environment variables for which something is not there: they decided what is around it.
  static List<Related> around(Place missing) {
    Optional<Place> place = Optional.of(missing);
    while (place.filter(it -> it.origin().isEmpty()).isPresent()) {
      place = place.orElseThrow().parent();
    }
    return place.flatMap(Place::origin).map(Origin::variables).orElse(List.of()).stream()
        .flatMap(it -> variable(it).stream())
        .distinct()
        .toList();
  }

  /// What there is to say of an environment variable that decided.
  static Optional<Related> variable(Origin.Step step) {
    return variable(step, false);
  }

  private static void add(Origin origin, Location shown, List<Related> trail) {
    for (Origin.Step step : origin.way()) {
      Optional<Related> variable = variable(step, true);
      // The step of the same parameter is one of the way as well, at the same place.
      if (variable.isPresent()
          || origin.way().stream()
              .noneMatch(it -> it.variable().isPresent() && it.at().equals(step.at()))) {
        trail.add(variable.orElseGet(() -> new Related(step.at(), phrase(step))));
      }
    }
    origin.deciding().forEach(step -> variable(step).ifPresent(trail::add));
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
      case LOOP -> "the loop of `" + step.name() + "`";
      case FUNCTION -> "function `" + step.name() + "`";
      case LOADED_FILE -> "file `" + step.name() + "`";
      case UNSET, EMPTY, GIVEN -> "parameter `" + step.name() + "`";
    };
  }

  /// What there is to say of the environment variable by which a parameter is what it is.
  ///
  /// @param asItIs whether the value is the parameter's, and not made of it, so that another choice
  ///   is another value
  private static Optional<Related> variable(Origin.Step step, boolean asItIs) {
    return step.variable().map(it -> new Related(step.at(), words(step, it, asItIs), true));
  }

  private static String words(Origin.Step step, Origin.Variable variable, boolean asItIs) {
    String otherwise =
        "; `"
            + variable.option()
            + " "
            + variable.name()
            + "=…` "
            + (asItIs && variable.choice() ? "would" : "may")
            + " decide otherwise";
    return switch (step.kind()) {
      case UNSET -> "by the default of `" + step.name() + "`" + otherwise;
      case EMPTY -> "`" + variable.name() + "` has no value" + otherwise;
      case GIVEN ->
          "parameter `"
              + step.name()
              + (variable.option().equals("--env")
                  ? "`, by `--env " + variable.name() + "`"
                  : "`, by `" + variable.name() + "` of `" + variable.option() + "`");
      case PARAMETER,
          PARAMETER_DEFAULT,
          PARAMETER_FILE,
          MODULE_ARGUMENT,
          VARIABLE,
          OUTPUT,
          LOOP,
          FUNCTION,
          LOADED_FILE ->
          phrase(step);
    };
  }
}
