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
record Placement(Location at, List<Related> related) {

  /// @param at the place in question, in whatever file
  /// @param origin of the value there
  /// @param related the places beside it
  static Placement of(
      Location at, Optional<Origin> origin, List<Related> related, DeploymentPath deployment) {
    Optional<DeploymentPath.Call> published =
        deployment.calls().stream().filter(DeploymentPath.Call::published).findFirst();
    if (published.isEmpty()) {
      return new Placement(at, related);
    }
    Location call = published.orElseThrow().at();
    Location outside = origin.flatMap(it -> argument(it, call)).orElse(call);
    List<Related> places = new ArrayList<>();
    places.add(new Related(at, "what the module makes of it"));
    related.stream().filter(it -> !it.at().equals(outside)).forEach(places::add);
    return new Placement(outside, places);
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
