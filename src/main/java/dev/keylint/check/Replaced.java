package dev.keylint.check;

import dev.keylint.finding.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Leaves one finding for a defect: what a rule says of a subject is left out when another rule
/// fails there that says more.
///
/// What a validation replaces comes first, so that of two rules that replace each other the one
/// stays that says so for the case at hand.
final class Replaced {
  private Replaced() {}

  /// What is left out of what was said about one estate.
  static Set<Engine.Saying> among(List<Engine.Saying> all) {
    IdentityHashMap<Subject, List<Engine.Saying>> bySubject = new IdentityHashMap<>();
    for (Engine.Saying saying : all) {
      if (!(saying.finding().outcome() instanceof Outcome.Pass)) {
        bySubject.computeIfAbsent(saying.about(), _ -> new ArrayList<>()).add(saying);
      }
    }
    Set<Engine.Saying> replaced = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<Engine.Saying> same : bySubject.values()) {
      if (same.size() > 1) {
        same.forEach(it -> replace(it, it.validation().replaces(), same, replaced));
        same.forEach(it -> replace(it, it.rule().metadata().replaces(), same, replaced));
      }
    }
    return replaced;
  }

  private static void replace(
      Engine.Saying saying,
      List<String> rules,
      List<Engine.Saying> same,
      Set<Engine.Saying> replaced) {
    if (!rules.isEmpty()
        && saying.finding().outcome() instanceof Outcome.Fail
        && !replaced.contains(saying)) {
      same.stream().filter(it -> rules.contains(it.finding().ruleId())).forEach(replaced::add);
    }
  }
}
