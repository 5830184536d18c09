package dev.keylint.check;

import dev.keylint.finding.Outcome;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Joins what was said of an estate in which the outputs of stand-ins are not known with what is
/// said where they are taken for those of the templates: that may show a failure, and that what is
/// open would comply, which proves nothing.
final class Trusting {
  private Trusting() {}

  /// The same subject in both estates.
  ///
  /// @param kind what rules call it
  /// @param turn counts the resources of one declaration in one deployment
  private record About(String kind, List<String> calls, Location declaration, int turn) {}

  /// @param number counts what one rule says of one subject
  private record Key(About about, String rule, int validation, int number) {}

  /// What was said of an estate.
  record Said(Estate estate, List<Engine.Saying> all) {}

  static List<Engine.Saying> joined(Said doubting, Said trusting) {
    Map<Key, Engine.Saying> others = keyed(trusting);
    Set<About> known = new HashSet<>();
    others.keySet().forEach(it -> known.add(it.about()));
    Map<Key, Engine.Saying> mine = keyed(doubting);
    List<Engine.Saying> all = new ArrayList<>();
    mine.forEach((key, saying) -> {
      Engine.Saying other = others.get(key);
      if (saying.finding().outcome() instanceof Outcome.Fail || saying.unproven()) {
        all.add(saying);
      } else if (other != null && (isFail(other) || other.unproven())) {
        all.add(other);
      } else if (other != null || !isMoot(key, saying, known)) {
        all.add(saying);
      }
    });
    others.forEach((key, saying) -> {
      if (isFail(saying) && !mine.containsKey(key)) {
        all.add(saying);
      }
    });
    return all;
  }

  private static boolean isFail(Engine.Saying saying) {
    return saying.finding().outcome() instanceof Outcome.Fail;
  }

  /// Whether the rule has nothing to say of what stands in, or another one says more.
  private static boolean isMoot(Key key, Engine.Saying saying, Set<About> known) {
    return saying.about().deployment().standIn().isPresent() && known.contains(key.about());
  }

  private static Map<Key, Engine.Saying> keyed(Said said) {
    IdentityHashMap<Resource, Integer> turns = turns(said.estate());
    Map<Key, Integer> numbers = new HashMap<>();
    Map<Key, Engine.Saying> keyed = new LinkedHashMap<>();
    for (Engine.Saying saying : said.all()) {
      Subject subject = saying.about();
      int turn = subject.resource().map(it -> turns.getOrDefault(it, 0)).orElse(0);
      About about =
          new About(subject.variable(), calls(subject.deployment()), subject.declaration(), turn);
      int validation = saying.rule().validations().indexOf(saying.validation());
      Key first = new Key(about, saying.rule().id(), validation, 0);
      int number = numbers.merge(first, 1, Integer::sum);
      keyed.put(new Key(about, first.rule(), validation, number), saying);
    }
    return keyed;
  }

  private static List<String> calls(DeploymentPath deployment) {
    return deployment.calls().stream().map(DeploymentPath.Call::name).toList();
  }

  private static IdentityHashMap<Resource, Integer> turns(Estate estate) {
    record Made(List<String> calls, Location declaration) {}
    Map<Made, Integer> counts = new HashMap<>();
    IdentityHashMap<Resource, Integer> turns = new IdentityHashMap<>();
    for (Resource it : estate.resources()) {
      Made made = new Made(calls(it.deployment()), it.declaredAt());
      turns.put(it, counts.merge(made, 1, Integer::sum));
    }
    return turns;
  }
}
