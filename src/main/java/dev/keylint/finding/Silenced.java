package dev.keylint.finding;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Silence;
import dev.keylint.text.Spelling;
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
/// @param unused a note for each rule of ours that is silenced where it finds nothing, and for each
///   name that is nearly one of ours
public record Silenced(List<Finding> findings, List<Diagnostic> unused) {
  private static final int MOST_COMPARED = 1_000;

  public Silenced {
    findings = List.copyOf(findings);
    unused = List.copyOf(unused);
  }

  /// Accepts what is broken or undecided on a silenced line.
  ///
  /// @param ruleIds the rules that were asked
  /// @param known all rules there are; what else is silenced is another tool's business
  public static Silenced of(
      List<Finding> findings,
      List<Silence> silences,
      Collection<String> ruleIds,
      Collection<String> known) {
    List<Silence> ours =
        silences.stream().filter(it -> ruleIds.stream().anyMatch(it::names)).toList();
    List<Diagnostic> notes = new ArrayList<>(misspelt(silences, known));
    if (ours.isEmpty()) {
      return new Silenced(findings, notes);
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
    ours.stream().filter(it -> !used.contains(it)).map(Silenced::unused).forEach(notes::add);
    return new Silenced(judged, notes);
  }

  /// What is no rule of ours, and nearly one.
  private static List<Diagnostic> misspelt(List<Silence> silences, Collection<String> ruleIds) {
    List<Diagnostic> notes = new ArrayList<>();
    // Other tools' rules are silenced all over, each of them many times.
    Map<String, Optional<String>> meant = new HashMap<>();
    for (Silence silence : silences.subList(0, Math.min(silences.size(), MOST_COMPARED))) {
      if (ruleIds.stream().noneMatch(silence::names)) {
        for (String code : silence.codes()) {
          meant
              .computeIfAbsent(code, it -> Spelling.closest(it, ruleIds))
              .ifPresent(near ->
                  notes.add(
                      Diagnostic.of(
                              Diagnostic.Kind.NOTE,
                              "there is no rule `" + code + "`, so nothing is disabled",
                              silence.at())
                          .help("perhaps `" + near + "` is meant")));
        }
      }
    }
    return notes;
  }

  private static List<Silence> covering(Finding finding, Map<String, List<Silence>> byFile) {
    if (finding.outcome() instanceof Outcome.Pass) {
      return List.of();
    }
    return byFile.getOrDefault(finding.at().container(), List.of()).stream()
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
