package dev.keylint.finding;

import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.Set;

/// The order of findings, and the one finding for each place.
public final class Findings {
  private Findings() {}

  /// By file, place in it, rule and message: the same for every way to the same findings.
  public static Comparator<Finding> byPlace() {
    return Comparator.comparing(Finding::at, locations())
        .thenComparing(Finding::ruleId)
        .thenComparingInt(finding -> finding.outcome().rank())
        .thenComparing(Finding::message)
        .thenComparing(finding -> finding.subject().id());
  }

  /// By path or resource id, then by the offsets of start and end.
  public static Comparator<Location> locations() {
    return ((Comparator<Location>) Findings::byContainer)
        .thenComparingInt(at -> at instanceof Location.InFile file ? file.span().start() : 0)
        .thenComparingInt(at -> at instanceof Location.InFile file ? file.span().end() : 0)
        .thenComparing(at -> at instanceof Location.InAzure azure ? azure.pointer() : "");
  }

  /// Sorted, and findings of one rule, place and kind of outcome joined: code scanning would show
  /// twins as two alerts and close one when the other goes.
  public static List<Finding> onePerPlace(SequencedCollection<Finding> findings) {
    record Key(String ruleId, Location at, int outcome, boolean accepted) {}
    Map<Key, Finding> joined = new LinkedHashMap<>();
    for (Finding finding : findings.stream().sorted(byPlace()).toList()) {
      Key key =
          new Key(
              finding.ruleId(),
              finding.at(),
              finding.outcome().rank(),
              finding.suppression().isPresent());
      joined.merge(key, finding, Findings::join);
    }
    return List.copyOf(joined.values());
  }

  /// The first one's words with the causes, places and deployments of both, and the worse level.
  private static Finding join(Finding first, Finding second) {
    return new Finding(
        first.ruleId(),
        first.severity().compareTo(second.severity()) <= 0 ? first.severity() : second.severity(),
        join(first.outcome(), second.outcome()),
        first.message(),
        first.at(),
        union(first.related(), second.related()),
        first.subject(),
        union(first.deployments(), second.deployments()),
        instances(first, second),
        first.remediation(),
        Fix.both(first.fix(), second.fix()),
        first.suppression());
  }

  private static Outcome join(Outcome first, Outcome second) {
    return first instanceof Outcome.Open(var mine) && second instanceof Outcome.Open(var others)
        ? new Outcome.Open(union(mine, others))
        : first;
  }

  /// One resource that two deployments reach is still one.
  private static int instances(Finding first, Finding second) {
    return first.subject().equals(second.subject())
        ? Math.max(first.instances(), second.instances())
        : first.instances() + second.instances();
  }

  private static <T> List<T> union(List<T> first, List<T> second) {
    Set<T> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return new ArrayList<>(all);
  }

  /// Ids of Azure compare ignoring case, and are not copied for that: there are many comparisons.
  private static int byContainer(Location one, Location other) {
    return one instanceof Location.InAzure(var id, _)
            && other instanceof Location.InAzure(var otherId, _)
        ? id.compareToIgnoreCase(otherId)
        : one.container().compareTo(other.container());
  }
}
