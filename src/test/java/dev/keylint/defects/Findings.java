package dev.keylint.defects;

import dev.keylint.cli.Scanned;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a scan says, to be compared with what another one says.
///
/// @param places how often each rule fails in each file
/// @param all how often each finding comes, by rule, file and message: lines move
/// @param lines where each rule fails, by file and line
/// @param verdicts how often each rule gives each kind of verdict
record Findings(
    Map<String, Integer> places,
    Map<String, Integer> all,
    Map<String, Set<Integer>> lines,
    Map<String, Integer> verdicts) {

  static Findings of(Scanned scan) {
    Map<String, Integer> places = new TreeMap<>();
    Map<String, Integer> all = new TreeMap<>();
    Map<String, Set<Integer>> lines = new TreeMap<>();
    Map<String, Integer> verdicts = new TreeMap<>();
    for (Scanned.Verdict each : scan.verdicts()) {
      verdicts.merge(each.kind() + " " + each.rule(), 1, Integer::sum);
      if (each.kind().equals("fail")) {
        places.merge(each.rule() + " " + each.file(), 1, Integer::sum);
        lines
            .computeIfAbsent(each.rule() + " " + each.file(), _ -> new TreeSet<>())
            .add(each.line());
        all.merge(each.rule() + " " + each.file() + " " + each.message(), 1, Integer::sum);
      }
    }
    return new Findings(places, all, lines, verdicts);
  }

  /// The rules that fail where they did not.
  Set<String> freshSince(Findings before) {
    Set<String> fresh = new TreeSet<>();
    places.forEach((place, count) -> {
      if (count > before.places.getOrDefault(place, 0)) {
        fresh.add(rule(place));
      }
    });
    return fresh;
  }

  /// The rules that say something else than before, if only in other words.
  Set<String> changedSince(Findings before) {
    Set<String> changed = new TreeSet<>();
    all.forEach((finding, count) -> {
      if (count > before.all.getOrDefault(finding, 0)) {
        changed.add(rule(finding));
      }
    });
    return changed;
  }

  /// Whether one of some rules fails in these lines of a file.
  boolean failIn(String file, int first, int last, Collection<String> rules) {
    return rules.stream()
        .flatMap(it -> lines.getOrDefault(it + " " + file, Set.of()).stream())
        .anyMatch(it -> it >= first && it <= last);
  }

  /// How many verdicts of a kind some rules give.
  int count(String kind, Collection<String> rules) {
    return rules.stream().mapToInt(it -> verdicts.getOrDefault(kind + " " + it, 0)).sum();
  }

  private static String rule(String place) {
    return place.substring(0, place.indexOf(' '));
  }
}
