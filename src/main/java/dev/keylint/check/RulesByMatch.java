package dev.keylint.check;

import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Rules by what they look at, each kind in the order in which they were given.
///
/// @param byType those about resources, by type in lower case
record RulesByMatch(Map<String, List<Rule>> byType, List<Rule> grants, List<Rule> calls) {

  static RulesByMatch of(List<Rule> rules) {
    Map<String, List<Rule>> byType = new HashMap<>();
    List<Rule> grants = new ArrayList<>();
    List<Rule> calls = new ArrayList<>();
    for (Rule rule : rules) {
      switch (rule.match()) {
        case Match.Resource(List<String> types) -> {
          for (String type : types) {
            String key = type.toLowerCase(Locale.ROOT);
            byType.computeIfAbsent(key, _ -> new ArrayList<>()).add(rule);
          }
        }
        case Match.Grant _ -> grants.add(rule);
        case Match.Call _ -> calls.add(rule);
        case Match.KeyFlow _ -> {}
      }
    }
    return new RulesByMatch(byType, grants, calls);
  }

  /// The same, with rules about grants or calls only where there may be some.
  RulesByMatch about(boolean someGrants, boolean someCalls) {
    return new RulesByMatch(byType, someGrants ? grants : List.of(), someCalls ? calls : List.of());
  }

  /// Those about resources of a type, which is in lower case.
  List<Rule> of(String type) {
    return byType.getOrDefault(type, List.of());
  }

  Set<String> types() {
    return byType.keySet();
  }

  boolean needsGraph() {
    return !grants.isEmpty() || !calls.isEmpty();
  }
}
