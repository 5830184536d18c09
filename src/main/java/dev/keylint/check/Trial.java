package dev.keylint.check;

import dev.keylint.resource.Resource;
import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Validation;
import dev.keylint.rule.Variable;
import dev.keylint.text.Location;
import dev.keylint.value.Substitution;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts one rule to one subject: what is open is tried with each allowed value of its parameters.
final class Trial {
  private static final String ACCESS = Access.SHAPE.name() + ".";

  private final Rule rule;
  private final Subject subject;
  private final Substitution substitution;
  private final Patterns patterns;
  private final Optional<ChosenEstates> estates;
  private boolean exceeded;
  private boolean wantsEstates;

  /// @param substitution works out what values are with a choice
  Trial(Rule rule, Subject subject, Substitution substitution, Patterns patterns) {
    this(rule, subject, substitution, patterns, Optional.empty());
  }

  /// @param estates the estate with each choice, for what the values alone don't decide
  Trial(
      Rule rule,
      Subject subject,
      Substitution substitution,
      Patterns patterns,
      Optional<ChosenEstates> estates) {
    this.estates = estates;
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
      return turned();
    }
    List<Judgement> all = new ArrayList<>();
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
      decided.ifPresent(all::add);
    }
    return worst(all);
  }

  private static List<Judgement> worst(List<Judgement> all) {
    Map<Location, Judgement> worst = new LinkedHashMap<>();
    for (Judgement it : all) {
      worst.merge(it.at(), it, (old, next) -> next.rank() < old.rank() ? next : old);
    }
    return List.copyOf(worst.values());
  }

  /// What the rule says of a subject that it is about with some choices only.
  private List<Judgement> turned() {
    if (subject.turnsOn().isEmpty()) {
      return List.of();
    }
    List<Choice> choices = deployed(Choices.of(subject.turnsOn(), substitution));
    wantsEstates |= !choices.isEmpty();
    return choices.isEmpty()
        ? List.of()
        : worst(rule.validations().stream().flatMap(it -> turned(it, choices).stream()).toList());
  }

  /// The same of one validation; empty when it says nothing.
  private Optional<Judgement> turned(Validation validation, List<Choice> choices) {
    List<Judgement> open = new ArrayList<>();
    List<Judgement> failures = new ArrayList<>();
    List<Choice> failing = new ArrayList<>();
    for (Choice choice : choices) {
      if (counterpart(choice) instanceof Counterpart.Found(Subject found)) {
        Optional<Judgement> judgement = chosen(found, choice, validation).map(it -> it.of(subject));
        if (judgement.filter(it -> it.verdict() instanceof Verdict.Fail).isPresent()) {
          failures.add(judgement.orElseThrow());
          failing.add(choice);
        } else {
          judgement.filter(it -> it.verdict() instanceof Verdict.Open).ifPresent(open::add);
        }
      }
    }
    if (failures.isEmpty()) {
      return open.stream().findFirst();
    }
    Judgement first = failures.getFirst();
    if (failing.size() == choices.size()) {
      return Optional.of(first);
    }
    Result unknown = new Result.Unknown(Optional.empty(), subject.turnsOn(), Why.nothing());
    return Optional.of(first.open(Causes.of(unknown, subject)).failingFor(failing));
  }

  private boolean mayFail(Judge judge, Validation validation, Result applies) {
    Result result = judge.result(validation);
    return !result.is(true)
        && ((applies.is(true) && result.is(false))
            || !choices(judge, validation, applies).isEmpty());
  }

  private List<Choice> choices(Judge judge, Validation validation, Result applies) {
    return deployed(Choices.of(judge.unknowns(validation, applies), substitution));
  }

  private List<Choice> deployed(List<Choice> all) {
    if (all.isEmpty()) {
      return all;
    }
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

  /// Whether there is more to find out in the estate with each choice.
  boolean wantsEstates() {
    return wantsEstates;
  }

  /// What the rule says with a choice; empty when it is not about the subject then.
  private Optional<Judgement> chosen(Subject about, Choice choice, Validation validation) {
    Judge judge = new Judge(rule, about, choice, patterns);
    Result applies = judge.applies();
    Optional<Judgement> judgement =
        applies.is(false) ? Optional.empty() : Optional.of(judge.judge(validation, applies));
    exceeded |= judge.exceeded();
    return judgement;
  }

  /// The same where all of the estate has the choice.
  private Optional<Judgement> inEstate(Choice choice, Judgement open) {
    return switch (counterpart(choice)) {
      case Counterpart.Found(Subject found) ->
          chosen(found, choice, open.validation()).map(it -> it.of(subject));
      case Counterpart.Gone() -> Optional.empty();
      case Counterpart.Uncertain() -> Optional.of(open);
    };
  }

  private Counterpart counterpart(Choice choice) {
    return estates
        .map(it -> it.of(rule.match(), subject, choice))
        .orElseGet(Counterpart.Uncertain::new);
  }

  /// Whether the rule looks at what is made of several resources.
  private boolean asksGraph() {
    return switch (rule.match()) {
      case Match.Resource _ ->
          Stream.of(
                  rule.when().stream(),
                  rule.variables().stream().map(Variable::formula),
                  rule.validations().stream().map(Validation::expression))
              .flatMap(it -> it)
              .anyMatch(it -> it.text().contains(ACCESS));
      case Match.Each(Match.Kind kind) ->
          switch (kind) {
            case GRANT, CALL, WORKLOAD, IDENTITY, KEY_FLOW -> true;
            case OUTPUT, MODULE_CALL, SCRIPT -> false;
          };
    };
  }

  /// What all choices agree on, or the open judgement; empty when the rule is about none of them.
  private Optional<Judgement> tried(Judge judge, Judgement open, Result applies) {
    Validation validation = open.validation();
    List<Judgement> tried = new ArrayList<>();
    List<Choice> failing = new ArrayList<>();
    List<Choice> choices = choices(judge, validation, applies);
    for (Choice choice : choices) {
      Optional<Judgement> judgement = chosen(subject, choice, validation);
      if (judgement.filter(it -> it.verdict() instanceof Verdict.Open).isPresent() && asksGraph()) {
        wantsEstates = true;
        judgement = inEstate(choice, judgement.orElseThrow());
      }
      judgement.ifPresent(tried::add);
      if (judgement.filter(it -> it.verdict() instanceof Verdict.Fail).isPresent()) {
        failing.add(choice);
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
