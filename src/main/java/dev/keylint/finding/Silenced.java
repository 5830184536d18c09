package dev.keylint.finding;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Silence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Findings of which some are accepted in the source, and the acceptances that nothing needs.
///
/// @param unused a note for each rule of ours that is silenced where it finds nothing
public record Silenced(List<Finding> findings, List<Diagnostic> unused) {
  public Silenced {
    findings = List.copyOf(findings);
    unused = List.copyOf(unused);
  }

  /// Accepts what is broken or undecided on a silenced line.
  ///
  /// @param ruleIds the rules that were asked; what else is silenced is another tool's business
  public static Silenced of(
      List<Finding> findings, List<Silence> silences, Collection<String> ruleIds) {
    List<Silence> ours =
        silences.stream().filter(it -> ruleIds.stream().anyMatch(it::names)).toList();
    if (ours.isEmpty()) {
      return new Silenced(findings, List.of());
    }
    Map<String, List<Silence>> byFile = new HashMap<>();
    for (Silence silence : ours) {
      byFile.computeIfAbsent(silence.at().source().path(), _ -> new ArrayList<>()).add(silence);
    }
    Set<Silence> used = new HashSet<>();
    List<Finding> judged = new ArrayList<>();
    for (Finding finding : findings) {
      List<Silence> covering = covering(finding, byFile);
      used.addAll(covering);
      judged.add(nearest(covering).map(it -> finding.suppressed(accepted(it))).orElse(finding));
    }
    return new Silenced(
        judged, ours.stream().filter(it -> !used.contains(it)).map(Silenced::unused).toList());
  }

  private static List<Silence> covering(Finding finding, Map<String, List<Silence>> byFile) {
    if (finding.outcome() instanceof Outcome.Pass) {
      return List.of();
    }
    return byFile.getOrDefault(Findings.container(finding.at()), List.of()).stream()
        .filter(it -> it.names(finding.ruleId()) && it.covers(finding.at()))
        .toList();
  }

  /// Of several the one that was written last.
  private static Optional<Silence> nearest(List<Silence> covering) {
    return covering.stream().max(Comparator.comparingInt(Silence::firstLine));
  }

  private static Suppression accepted(Silence by) {
    return new Suppression(Suppression.Origin.SOURCE, by.reason(), Optional.empty(), by.at());
  }

  private static Diagnostic unused(Silence silence) {
    String rule = String.join("`, `", silence.codes());
    return Diagnostic.of(
            Diagnostic.Kind.NOTE,
            "`" + rule + "` is disabled here, and would report nothing",
            silence.at())
        .help("remove the rule from the directive");
  }
}
