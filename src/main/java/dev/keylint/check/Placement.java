package dev.keylint.check;

import dev.keylint.finding.Finding.Related;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a finding points: at what its reader can change.
///
/// What stands in a published module nobody here can change, so a finding in one is placed at the
/// argument that brings the value or, without one, at the call.
///
/// @param inside the place in question, in whatever file
record Placement(Location at, Location inside) {

  /// @param inside the place in question, in whatever file
  /// @param origin of the value there
  static Placement of(Location inside, Optional<Origin> origin, DeploymentPath deployment) {
    return deployment.calls().stream()
        .filter(DeploymentPath.Call::published)
        .findFirst()
        .map(call -> new Placement(outside(origin, call.at()), inside))
        .orElseGet(() -> new Placement(inside, inside));
  }

  private static Location outside(Optional<Origin> origin, Location call) {
    return origin.flatMap(it -> argument(it, call)).orElse(call);
  }

  /// The places to look at beside it, where these are beside the place in question.
  List<Related> related(List<Related> beside) {
    if (at.equals(inside)) {
      return beside;
    }
    List<Related> places = new ArrayList<>();
    places.add(new Related(inside, "what the module makes of it"));
    beside.stream().filter(it -> !it.at().equals(at)).forEach(places::add);
    return places;
  }

  /// The argument that brings the value, else the one that decided it: the only one, or that in
  /// which the value is written. Of others, none can be told.
  private static Optional<Location> argument(Origin origin, Location call) {
    Optional<Location> passed =
        origin.way().stream()
            .filter(step -> step.kind() == Origin.Kind.MODULE_ARGUMENT)
            .map(Origin.Step::at)
            .filter(step -> isOneFile(step, call))
            .findFirst();
    List<Location> deciding =
        origin.deciding().stream()
            .filter(step -> step.kind() == Origin.Kind.MODULE_ARGUMENT)
            .map(Origin.Step::at)
            .filter(step -> isOneFile(step, call))
            .distinct()
            .toList();
    return passed.or(() ->
        deciding.stream().filter(it -> deciding.size() == 1 || it.holds(origin.at())).findFirst());
  }

  private static boolean isOneFile(Location one, Location other) {
    return one instanceof Location.InFile(var source, _)
        && other instanceof Location.InFile(var same, _)
        && source.equals(same);
  }
}
