package dev.keylint.check;

import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Validation;
import dev.keylint.text.Location;
import dev.keylint.value.Substitution;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts one rule to one subject: what is open is tried with each allowed value of its parameters.
final class Trial {
  private final Rule rule;
  private final Subject subject;
  private final Substitution substitution;
  private final Patterns patterns;
  private boolean exceeded;

  /// @param substitution works out what values are with a choice
  Trial(Rule rule, Subject subject, Substitution substitution, Patterns patterns) {
    this.rule = rule;
    this.subject = subject;
    this.substitution = substitution;
    this.patterns = patterns;
  }

  /// One judgement for each place; none when the rule is not about the subject.
  List<Judgement> judgements() {
    return judgements(false);
  }

  /// The same, but for what certainly is no failure, of which there is then nothing more to find
  /// out.
  List<Judgement> failures() {
    return judgements(true);
  }

  private List<Judgement> judgements(boolean failures) {
    Judge judge = new Judge(rule, subject, Choice.NONE, patterns);
    Result applies = judge.applies();
    if (applies.is(false)) {
      return List.of();
    }
    Map<Location, Judgement> worst = new LinkedHashMap<>();
    for (Validation validation : rule.validations()) {
      if (failures && !mayFail(judge, validation, applies)) {
        exceeded |= judge.exceeded();
        continue;
      }
      Judgement judgement = judge.judge(validation, applies);
      exceeded |= judge.exceeded();
      Optional<Judgement> decided =
          judgement.verdict() instanceof Verdict.Open && !exceeded
              ? tried(judge, judgement, applies)
              : Optional.of(judgement);
      decided.ifPresent(
          it -> worst.merge(it.at(), it, (old, next) -> next.rank() < old.rank() ? next : old));
    }
    return List.copyOf(worst.values());
  }

  private boolean mayFail(Judge judge, Validation validation, Result applies) {
    Result result = judge.result(validation);
    return !result.is(true)
        && ((applies.is(true) && result.is(false))
            || !choices(judge, validation, applies).isEmpty());
  }

  private List<Choice> choices(Judge judge, Validation validation, Result applies) {
    List<Choice> all = Choices.of(judge.unknowns(validation, applies), substitution);
    List<Choice> deployed = all.stream().filter(this::mayBeDeployed).toList();
    return deployed.isEmpty() ? all : deployed;
  }

  /// Whether the resource may be there with a choice: else nothing can be wrong with it.
  private boolean mayBeDeployed(Choice choice) {
    return subject
        .resource()
        .flatMap(Resource::condition)
        .filter(it ->
            it instanceof Value.Unknown unknown
                && choice.apply(unknown) instanceof Value.Bool(boolean holds, _)
                && !holds)
        .isEmpty();
  }

  /// Whether the rule took more than it may.
  boolean exceeded() {
    return exceeded;
  }

  /// What all choices agree on, or the open judgement; empty when the rule is about none of them.
  private Optional<Judgement> tried(Judge judge, Judgement open, Result applies) {
    Validation validation = open.validation();
    List<Judgement> tried = new ArrayList<>();
    List<Choice> failing = new ArrayList<>();
    List<Choice> choices = choices(judge, validation, applies);
    for (Choice choice : choices) {
      Judge chosen = new Judge(rule, subject, choice, patterns);
      Result about = chosen.applies();
      if (!about.is(false)) {
        Judgement judgement = chosen.judge(validation, about);
        tried.add(judgement);
        if (judgement.verdict() instanceof Verdict.Fail) {
          failing.add(choice);
        }
      }
    }
    if (choices.isEmpty()) {
      return Optional.of(open);
    }
    if (tried.isEmpty()) {
      return Optional.empty();
    }
    boolean pass = tried.stream().allMatch(it -> it.verdict() instanceof Verdict.Pass);
    boolean fail =
        tried.size() == choices.size()
            && tried.stream().allMatch(it -> it.verdict() instanceof Verdict.Fail);
    return Optional.of(pass || fail ? tried.getFirst() : open.failingFor(failing));
  }
}
