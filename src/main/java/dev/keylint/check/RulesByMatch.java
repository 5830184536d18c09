package dev.keylint.check;

import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Rules by what they look at, each kind in the order in which they were given.
///
/// @param byType those about resources, by type in lower case
/// @param byKind the others
record RulesByMatch(Map<String, List<Rule>> byType, Map<Match.Kind, List<Rule>> byKind) {

  static RulesByMatch of(List<Rule> rules) {
    Map<String, List<Rule>> byType = new HashMap<>();
    Map<Match.Kind, List<Rule>> byKind = new EnumMap<>(Match.Kind.class);
    for (Rule rule : rules) {
      switch (rule.match()) {
        case Match.Resource(List<String> types) -> {
          for (String type : types) {
            String key = type.toLowerCase(Locale.ROOT);
            byType.computeIfAbsent(key, _ -> new ArrayList<>()).add(rule);
          }
        }
        case Match.Each(Match.Kind kind) ->
            byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(rule);
      }
    }
    return new RulesByMatch(byType, byKind);
  }

  /// The same with some of the kinds only.
  RulesByMatch about(Predicate<Match.Kind> kinds) {
    Map<Match.Kind, List<Rule>> some = new EnumMap<>(Match.Kind.class);
    byKind.forEach((kind, rules) -> {
      if (kinds.test(kind)) {
        some.put(kind, rules);
      }
    });
    return new RulesByMatch(byType, some);
  }

  /// Those about resources of a type, which is in lower case.
  List<Rule> of(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /// Those about subjects of a kind.
  List<Rule> of(Match.Kind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  Set<String> types() {
    return byType.keySet();
  }

  Set<Match.Kind> kinds() {
    return byKind.keySet();
  }
}
