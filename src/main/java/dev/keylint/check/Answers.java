package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Trace;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What the rules say about one estate: findings that hold nothing of it but places and texts.
///
/// @param judged one for each answer, the same place perhaps several times
/// @param unproven what complies in files that stand in for what is deployed
/// @param gaps what can't be told because something of the estate could not be read
/// @param misfits values of a wrong kind that keep rules from being decided
/// @param traces explanations that were asked for
/// @param exceeding ids of rules that took more than they may
public record Answers(
    List<Finding> judged,
    List<Finding> unproven,
    List<Finding> gaps,
    Set<Diagnostic> misfits,
    List<Trace> traces,
    Set<String> exceeding) {
  public Answers {
    misfits = Collections.unmodifiableSet(new LinkedHashSet<>(misfits));
    traces = List.copyOf(traces);
    exceeding = Set.copyOf(exceeding);
    judged = List.copyOf(judged);
    unproven = List.copyOf(unproven);
    gaps = List.copyOf(gaps);
  }

  /// The same with these for what was judged.
  public Answers judged(List<Finding> others) {
    return new Answers(others, unproven, gaps, misfits, traces, exceeding);
  }

  /// The same with more explanations.
  public Answers with(List<Trace> more) {
    List<Trace> all = new ArrayList<>(traces);
    all.addAll(more);
    return new Answers(judged, unproven, gaps, misfits, all, exceeding);
  }
}
