package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.rule.Severity;
import dev.keylint.text.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What rules find in an estate as it would be, beside what they found in it as it is.
final class OtherFindings {
  /// What fails there or is undecided, and how bad that is.
  private final Map<Object, Severity> there = new HashMap<>();

  /// A resource, by its id or its name, at a place.
  private record At(String rule, Location at, String resource) {}

  /// A place, an id or a name; only of what is not found here.
  private record Like(String rule, Object what) {}

  private OtherFindings() {}

  static OtherFindings of(List<Finding> found, List<Finding> others) {
    OtherFindings all = new OtherFindings();
    Set<Object> here =
        found.stream()
            .filter(it -> !isPass(it))
            .flatMap(OtherFindings::places)
            .collect(Collectors.toSet());
    for (Finding other : others.stream().filter(it -> !isPass(it)).toList()) {
      // What is only found there may be what was found here, at another place or of another name.
      boolean isFresh = places(other).noneMatch(here::contains);
      Stream.concat(places(other), isFresh ? likes(other) : Stream.of())
          .forEach(it -> all.there.merge(it, other.severity(), OtherFindings::worse));
    }
    return all;
  }

  /// Whether nothing there is like a failure, but for what is milder.
  boolean lack(Finding failure) {
    return Stream.concat(places(failure), likes(failure))
        .filter(there::containsKey)
        .noneMatch(it -> there.getOrDefault(it, Severity.NOTE).compareTo(failure.severity()) <= 0);
  }

  /// What is accepted is as good.
  private static boolean isPass(Finding it) {
    return !it.active() && !it.undecided();
  }

  private static Stream<Object> places(Finding it) {
    return Stream.of(it.subject().id(), it.subject().name())
        .map(resource -> new At(it.ruleId(), it.at(), resource));
  }

  private static Stream<Object> likes(Finding it) {
    return Stream.of(it.at(), it.subject().id(), it.subject().name())
        .map(what -> new Like(it.ruleId(), what));
  }

  private static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
