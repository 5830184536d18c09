package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.resource.Estate;
import dev.keylint.rule.Match;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One estate with each of the choices that are tried out, for what rules ask of several resources
/// together: whose role it is, where a call leads.
///
/// Not safe for several threads.
final class ChosenEstates {
  /// More graphs of one deployment are not made: what is left over stays open.
  private static final int AT_MOST = 64;

  private final Estate estate;
  private final ChosenEstate.SubjectsByKind subjects;
  private final Mentions mentions = new Mentions();
  private final Map<Map<String, Value>, Optional<ChosenEstate>> known = new HashMap<>();

  /// @param graph that of the estate as it is
  ChosenEstates(Estate estate, Supplier<AccessGraph> graph) {
    this.estate = estate;
    this.subjects = new ChosenEstate.SubjectsByKind(graph);
  }

  /// What a subject that a rule is about is with a choice.
  Counterpart of(Match match, Subject subject, Choice choice) {
    Optional<ChosenEstate> chosen = known.get(choice.values());
    if (chosen == null) {
      if (known.size() >= AT_MOST) {
        return new Counterpart.Uncertain();
      }
      chosen = ChosenEstate.of(estate, subjects, choice, mentions);
      known.put(choice.values(), chosen);
    }
    return chosen.map(it -> it.of(match, subject)).orElseGet(Counterpart.Uncertain::new);
  }
}
