package dev.keylint.plan;

import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The resources that a deployment declares and does not make, and the same deployment as it would
/// be if what keeps them out were otherwise.
///
/// @param causes what keeps each out, by the place of its declaration
public record LeftOut(
    Template template, Optional<ParameterFile> parameters, Map<Location, Cause> causes) {
  public LeftOut {
    causes = Map.copyOf(causes);
  }

  /// Why something is left out.
  ///
  /// @param unless what would have to hold for it to be made, such as "`withSearch` were true"
  /// @param at where that is decided: the parameter, its value, or the condition
  /// @param decides what stands there, as a phrase
  public record Cause(String unless, Location at, String decides) {}

  /// What a deployment leaves out; empty when it is nothing.
  ///
  /// @param made the places of the declarations of which it makes resources
  /// @param makers the places of the module calls by which it makes any
  /// @param wanted which resource types are of interest
  public static Optional<LeftOut> of(
      LoweredDeployment deployment,
      Set<Location> made,
      Set<Location> makers,
      Predicate<String> wanted) {
    LeftOutSearch search = new LeftOutSearch(deployment, made, makers, wanted);
    Map<Location, LeftOutSearch.Found> found = search.run();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Supposition(deployment, found).result());
  }
}
