package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.fix.Draft;
import dev.keylint.fix.Drafts;
import dev.keylint.rule.Rule;
import dev.keylint.text.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Tells which fixes can be made: what `keylint fix` makes, and what reports offer.
///
/// A fix is tried on the deployments only that share files with those it changes.
///
/// @param trials what trying them may take
record Repairs(Rescan rescan, Terms terms, Trials trials) {

  /// What a deployment counts for that takes fewer steps: it is also planned, lowered and judged.
  private static final long LEAST_STEPS = 10_000;

  /// What a resource counts for: rules look at each.
  private static final long STEPS_FOR_RESOURCE = 50;

  /// What the rules say of a scan with other texts.
  record Rescan(List<Rule> rules, List<Rule> known, Engine engine, Input input) {
    Assessment whole(Map<String, String> texts) {
      return judged(input.again().whole().apply(texts));
    }

    private Assessment part(Again.Part part, Map<String, String> texts) {
      return judged(input.again().part().apply(part, texts));
    }

    private int deployments() {
      return input.again().parts().get().stream().mapToInt(it -> it.deployments().size()).sum();
    }

    /// What expanding and judging so many of its deployments takes, in steps.
    ///
    /// @param first what the rules say of all of them
    private long steps(Assessment first, int deployments) {
      long all =
          input.again().steps().getAsLong()
              + STEPS_FOR_RESOURCE * first.summary().coverage().resources();
      return deployments * Math.max(LEAST_STEPS, all / Math.max(1, deployments()));
    }

    private Assessment judged(Input other) {
      return Assessment.of(rules, known, engine, other);
    }
  }

  /// The fixes that hold, all of them together.
  ///
  /// @param first what the rules say without them
  /// @param base what the files of `first` hold that differ from those on the disk
  Mending.Result run(Assessment first, Map<String, String> base) {
    Optional<List<Again.Part>> parts = parts(first);
    if (parts.isEmpty()) {
      return whole(first, base);
    }
    Mending.Result all = inParts(parts.orElseThrow(), first, base, terms.impossible(first));
    if (all.made().isEmpty()) {
      return all;
    }
    Assessment last = rescan.whole(with(base, all.after()));
    Set<Remedy.Key> found = keys(first.findings());
    List<Remedy> known = all.made().stream().filter(it -> found.contains(it.key())).toList();
    return terms.verification(first, last).objection(known).isEmpty()
        ? all.with(last)
        : whole(first, base);
  }

  /// What would come of it if unsafe fixes were asked for, besides what was done.
  Unsafe withUnsafe(Mending.Result done) {
    Assessment left = done.last();
    Terms all = terms.withUnsafe();
    Map<Remedy.Key, Phrase> refused = new HashMap<>();
    all.impossible(left).forEach(it -> refused.put(it.remedy().key(), it.why()));
    if (all.remedies(left).stream().map(Remedy::key).allMatch(refused::containsKey)) {
      return new Unsafe(Set.of(), refused);
    }
    Mending.Result result = new Repairs(rescan, all, trials).run(left, done.after());
    result.refused().forEach(it -> refused.put(it.remedy().key(), it.why()));
    return new Unsafe(result.made().stream().map(Remedy::key).collect(Collectors.toSet()), refused);
  }

  /// What unsafe fixes would do.
  ///
  /// @param mended what they are for
  /// @param refused why others would not be made even so
  record Unsafe(Set<Remedy.Key> mended, Map<Remedy.Key, Phrase> refused) {
    /// When they were asked for, so that nothing is left to say of them.
    static final Unsafe ASKED = new Unsafe(Set.of(), Map.of());

    Unsafe {
      mended = Set.copyOf(mended);
      refused = Map.copyOf(refused);
    }
  }

  /// What the fixes that hold are for, without a last look at everything.
  Set<Remedy.Key> tried(Assessment first) {
    Optional<List<Again.Part>> parts = parts(first);
    if (parts.isEmpty() && !trials.allow(2 * rescan.steps(first, rescan.deployments()))) {
      return Set.of();
    }
    return parts
        .map(it -> inParts(it, first, Map.of(), List.of()))
        .orElseGet(() -> whole(first, Map.of()))
        .made()
        .stream()
        .map(Remedy::key)
        .collect(Collectors.toSet());
  }

  private Mending.Result whole(Assessment first, Map<String, String> base) {
    return new Mending(
            texts -> {
              trials.take(rescan.steps(first, rescan.deployments()));
              return rescan.whole(with(base, texts));
            },
            terms,
            trials)
        .run(first);
  }

  /// @param impossible what can't be made whatever the rules say then
  private Mending.Result inParts(
      List<Again.Part> parts,
      Assessment first,
      Map<String, String> base,
      List<Refusal> impossible) {
    List<Remedy> made = new ArrayList<>();
    Map<Remedy.Key, Refusal> refused = new LinkedHashMap<>();
    Map<String, String> before = new TreeMap<>();
    Map<String, String> after = new TreeMap<>();
    impossible.forEach(it -> refused.put(it.remedy().key(), it));
    for (Again.Part part : parts) {
      long steps = rescan.steps(first, part.deployments().size());
      if (!trials.allow(2 * steps)) {
        continue;
      }
      Function<Map<String, String>, Assessment> scan =
          texts -> {
            trials.take(steps);
            return rescan.part(part, with(base, texts));
          };
      Mending.Result result = new Mending(scan, terms, trials).run(scan.apply(Map.of()));
      made.addAll(result.made());
      result.refused().forEach(it -> refused.put(it.remedy().key(), it));
      before.putAll(result.before());
      after.putAll(result.after());
    }
    made.forEach(it -> refused.remove(it.key()));
    return new Mending.Result(first, first, made, List.copyOf(refused.values()), before, after);
  }

  /// The parts that fixes change; nothing when they can't be told apart.
  private Optional<List<Again.Part>> parts(Assessment first) {
    List<Again.Part> all = rescan.input().again().parts().get();
    if (all.size() < 2) {
      return Optional.empty();
    }
    Set<Again.Part> parts = new LinkedHashSet<>();
    for (Remedy remedy : terms.remedies(first)) {
      if (terms.drafts().with(remedy.fix()) instanceof Drafts.Result.Made(Drafts drafts)) {
        Set<String> paths = paths(drafts.changed());
        List<Again.Part> near = all.stream().filter(it -> it.touches(paths)).toList();
        if (near.size() != 1 || !near.getFirst().files().containsAll(paths)) {
          return Optional.empty();
        }
        parts.add(near.getFirst());
      }
    }
    return Optional.of(List.copyOf(parts));
  }

  private static Set<String> paths(Collection<Draft> drafts) {
    return drafts.stream().map(it -> it.source().path()).collect(Collectors.toSet());
  }

  private static Set<Remedy.Key> keys(List<Finding> findings) {
    return findings.stream().map(Remedy.Key::of).collect(Collectors.toSet());
  }

  private static Map<String, String> with(Map<String, String> base, Map<String, String> texts) {
    Map<String, String> all = new HashMap<>(base);
    all.putAll(texts);
    return all;
  }
}
