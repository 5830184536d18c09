package dev.keylint.cli;

import dev.keylint.fix.Draft;
import dev.keylint.fix.Drafts;
import dev.keylint.text.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes the fixes that hold: all at once where that can be, else those that can be.
final class Mending {
  /// What a fix makes possible for others is tried again, but not for ever.
  private static final int MOST_ROUNDS = 5;

  private final Function<Map<String, String>, Assessment> scan;
  private final Terms terms;
  private final Set<Remedy.Key> asked = new HashSet<>();
  private final Trials trials;
  private final Map<String, String> originals = new TreeMap<>();
  private final Map<String, String> texts = new TreeMap<>();
  private final List<Remedy> made = new ArrayList<>();
  private final Map<Remedy.Key, Refusal> refused = new LinkedHashMap<>();

  /// @param scan what the rules say if files hold these texts
  /// @param trials what `scan` may take; fixes that need more are not made
  Mending(Function<Map<String, String>, Assessment> scan, Terms terms, Trials trials) {
    this.scan = scan;
    this.terms = terms;
    this.trials = trials;
  }

  /// What was done.
  ///
  /// @param before the texts of the files that are different, by their paths
  /// @param after the same with the fixes
  record Result(
      Assessment first,
      Assessment last,
      List<Remedy> made,
      List<Refusal> refused,
      Map<String, String> before,
      Map<String, String> after) {

    /// The same, with what the rules say at last.
    Result with(Assessment last) {
      Set<Remedy.Key> left = keys(last);
      return new Result(
          first,
          last,
          made,
          refused.stream().filter(it -> left.contains(it.remedy().key())).toList(),
          before,
          after);
    }
  }

  /// @param first what the rules say without any fix
  Result run(Assessment first) {
    asked.addAll(keys(first));
    Assessment state = first;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Remedy> next = remedies(state);
      int before = made.size();
      if (next.stream().anyMatch(Remedy::grants)) {
        state = keysOff(next.stream().filter(Remedy::closes).toList(), state);
        next = made.size() == before ? next : again(next, state);
      }
      if (!next.isEmpty()) {
        state = make(next, state);
      }
      if (made.size() == before) {
        break;
      }
    }
    return new Result(
            first, state, List.copyOf(made), List.copyOf(refused.values()), originals, texts)
        .with(state);
  }

  /// Turns off the keys that nothing else has to be done for: nobody needs another role because of
  /// keys that are off. The others are tried once more together with all that is left.
  private Assessment keysOff(List<Remedy> wanted, Assessment state) {
    List<Remedy> possible = new ArrayList<>();
    Drafts drafts = terms.drafts();
    for (Remedy remedy : wanted) {
      if (drafts.with(remedy.fix()) instanceof Drafts.Result.Made(Drafts more)) {
        drafts = more;
        possible.add(remedy);
      }
    }
    if (possible.isEmpty() || trials.spent()) {
      return state;
    }
    Assessment after = scan.apply(changed(drafts));
    if (terms.verification(state, after).objection(possible).isEmpty()) {
      accept(drafts, possible);
      return after;
    }
    if (possible.size() == 1) {
      return state;
    }
    int middle = possible.size() / 2;
    int before = made.size();
    Assessment half = keysOff(possible.subList(0, middle), state);
    List<Remedy> rest = possible.subList(middle, possible.size());
    return keysOff(made.size() == before ? rest : again(rest, half), half);
  }

  private Map<String, String> changed(Drafts drafts) {
    Map<String, String> changed = new HashMap<>(texts);
    drafts.changed().forEach(it -> changed.put(it.source().path(), it.text()));
    return changed;
  }

  private static Set<Remedy.Key> keys(Assessment state) {
    return state.findings().stream().map(Remedy.Key::of).collect(Collectors.toSet());
  }

  /// What is not refused; what comes up on the way and would give a right is.
  private List<Remedy> remedies(Assessment state) {
    List<Remedy> remedies = new ArrayList<>();
    for (Remedy remedy : terms.remedies(state)) {
      if (!terms.unsafe() && remedy.grants() && !asked.contains(remedy.key())) {
        refuse(
            new Refusal(
                remedy,
                Phrase.of("it is the next step of what is fixed, and gives a right"),
                Optional.of(": see --unsafe")));
      } else if (!refused.containsKey(remedy.key())) {
        remedies.add(remedy);
      }
    }
    return remedies;
  }

  /// Makes those that hold, in halves where not all do; answers what the rules say then.
  private Assessment make(List<Remedy> wanted, Assessment state) {
    Drafts drafts = terms.drafts();
    List<Remedy> possible = new ArrayList<>();
    for (Remedy remedy : wanted) {
      switch (drafts.with(remedy.fix())) {
        case Drafts.Result.Made(Drafts more) -> {
          drafts = more;
          possible.add(remedy);
        }
        case Drafts.Result.Refused(Phrase why) -> refuse(remedy, why);
      }
    }
    if (possible.isEmpty()) {
      return state;
    }
    if (trials.spent()) {
      possible.forEach(it -> refuse(it, Phrase.of("there was no time to try it")));
      return state;
    }
    Drafts all = drafts;
    Map<String, String> changed = changed(all);
    Assessment after = scan.apply(changed);
    Optional<Phrase> objection = terms.verification(state, after).objection(possible);
    if (objection.isEmpty()) {
      accept(all, possible);
      return after;
    }
    return possible.size() == 1
        ? alone(all, possible.getFirst(), new Tried(state, after, changed, objection.orElseThrow()))
        : halves(possible, state);
  }

  /// A fix that does not hold by itself.
  private record Tried(
      Assessment before, Assessment after, Map<String, String> changed, Phrase objection) {}

  /// Makes one with what has to follow, or not at all.
  private Assessment alone(Drafts drafts, Remedy remedy, Tried tried) {
    return new FollowUp(scan, terms, tried.before)
        .of(remedy, tried.after, tried.changed)
        .map(it -> accept(drafts, remedy, it))
        .orElseGet(() -> {
          Optional<Phrase> next = next(List.of(remedy), tried.before, tried.after);
          refuse(
              new Refusal(
                  remedy,
                  next.map(tried.objection::and).orElse(tried.objection),
                  next.map(_ -> ", which --unsafe allows")));
          return tried.before;
        });
  }

  /// That the way goes on from there by a role that somebody gets, which takes `--unsafe`.
  private Optional<Phrase> next(List<Remedy> made, Assessment before, Assessment after) {
    return terms.verification(before, after).uncovered(made).stream()
        .flatMap(it -> it.fix().stream().map(fix -> new Remedy(it, fix)))
        .filter(it -> !terms.unsafe() && it.grants())
        .findFirst()
        .map(it ->
            Phrase.of(", and the next step (")
                .and(it.fix().what(it.finding().at()))
                .and(") gives a right"));
  }

  private Assessment halves(List<Remedy> all, Assessment state) {
    // Keys go off last, where another fix has let tokens in.
    List<Remedy> wanted = all.stream().sorted(Comparator.comparing(Remedy::closes)).toList();
    int middle = wanted.size() / 2;
    int before = made.size();
    Assessment half = make(wanted.subList(0, middle), state);
    List<Remedy> rest = wanted.subList(middle, wanted.size());
    // Their places are those of the state that they were found in.
    return made.size() == before ? make(rest, half) : make(again(rest, half), half);
  }

  /// The same findings, as they stand in another state; those that are gone there are done.
  private List<Remedy> again(List<Remedy> remedies, Assessment state) {
    List<Remedy.Key> keys = remedies.stream().map(Remedy::key).toList();
    return remedies(state).stream().filter(it -> keys.contains(it.key())).toList();
  }

  private void accept(Drafts drafts, List<Remedy> possible) {
    for (Draft draft : drafts.changed()) {
      String path = draft.source().path();
      originals.putIfAbsent(path, draft.source().text());
      texts.put(path, draft.text());
    }
    made.addAll(possible);
  }

  private Assessment accept(Drafts first, Remedy remedy, FollowUp.Done done) {
    accept(first, List.of(remedy));
    done.steps().forEach(it -> accept(it.drafts(), it.remedies()));
    return done.after();
  }

  private void refuse(Remedy remedy, Phrase why) {
    refuse(new Refusal(remedy, why));
  }

  private void refuse(Refusal refusal) {
    refused.put(refusal.remedy().key(), refusal);
  }
}
