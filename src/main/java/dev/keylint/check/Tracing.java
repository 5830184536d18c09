package dev.keylint.check;

import dev.keylint.finding.Finding.Related;
import dev.keylint.finding.Trace;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Validation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Explains answers: which values of the estate decided, and the way that each of them came.
final class Tracing {
  private final Rule rule;
  private final Subject subject;
  private final String deployment;
  private final Judge judge;

  Tracing(Rule rule, Subject subject, String deployment, Patterns patterns) {
    this.rule = rule;
    this.subject = subject;
    this.deployment = deployment;
    this.judge = new Judge(rule, subject, Choice.NONE, patterns);
  }

  /// One for each thing that the rule demands; a single one when the rule is not about the subject.
  List<Trace> traces() {
    Result applies = judge.applies();
    if (applies.is(false)) {
      return List.of(trace("is not about it", List.of(applies)));
    }
    List<Trace> traces = new ArrayList<>();
    for (Validation validation : rule.validations()) {
      Result result = judge.result(validation);
      String answer =
          switch (judge.judge(validation, applies).verdict()) {
            case Verdict.Pass _ -> "passes";
            case Verdict.Fail _ -> "fails";
            case Verdict.Open _ -> "is undecided";
          };
      String number =
          rule.validations().size() > 1
              ? " (" + validation.expression().text().strip().replaceAll("\\s+", " ") + ")"
              : "";
      traces.add(trace(answer + number, List.of(result, applies)));
    }
    return traces;
  }

  private Trace trace(String answer, List<Result> results) {
    Set<Related> steps = new LinkedHashSet<>();
    for (Result result : results) {
      for (Place place : result.why().places()) {
        if (!place.path().startsWith("params")) {
          steps.add(new Related(place.at(), label(place)));
          steps.addAll(place.origin().isEmpty() ? Trail.around(place) : List.of());
          steps.addAll(Trail.of(place.origin(), place.at(), subject.deployment()));
        }
      }
      if (result instanceof Result.Unknown unknown) {
        unknown.because().stream()
            .flatMap(it -> ReasonWords.of(it).stream())
            .forEach(cause -> steps.add(new Related(cause.at(), cause.text())));
      }
    }
    return new Trace(rule.id(), subject.title().get(), deployment, answer, List.copyOf(steps));
  }

  private String label(Place place) {
    String what =
        place.origin().isPresent()
            ? judge.value(place).map(it -> " is " + it).orElse("")
            : " is not there";
    return "`" + place.path() + "`" + what;
  }
}
