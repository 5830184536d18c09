package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Fix;
import dev.keylint.finding.Outcome;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Validation;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import java.util.List;
import java.util.Optional;

/// A verdict with the place that a finding about it gets.
///
/// @param misfit what there is to say of a value that keeps the rule from being decided, because it
///   is of a wrong kind
/// @param property the path of the property in question, below its subject
/// @param fix what would cure a failure
record Judgement(
    Rule rule,
    Validation validation,
    Subject subject,
    Verdict verdict,
    Location at,
    String property,
    List<Finding.Related> related,
    Optional<Diagnostic> misfit,
    Optional<Fix> fix) {
  Judgement {
    related = List.copyOf(related);
  }

  /// The same with the choices that make it fail.
  Judgement failingFor(List<Choice> failing) {
    return verdict instanceof Verdict.Open open
        ? new Judgement(
            rule,
            validation,
            subject,
            FailingChoices.said(open, failing),
            at,
            property,
            related,
            misfit,
            fix)
        : this;
  }

  /// The same about the subject that this one stands for.
  Judgement of(Subject other) {
    return new Judgement(rule, validation, other, verdict, at, property, related, misfit, fix);
  }

  /// A failure as what is open, because of these.
  Judgement open(List<Outcome.Cause> because) {
    return verdict instanceof Verdict.Fail(String message)
        ? new Judgement(
            rule,
            validation,
            subject,
            new Verdict.Open(because, message),
            at,
            property,
            related,
            misfit,
            Optional.empty())
        : this;
  }

  /// The worse comes first: a failure, then what is open.
  int rank() {
    return switch (verdict) {
      case Verdict.Fail _ -> 0;
      case Verdict.Open _ -> 1;
      case Verdict.Pass _ -> 2;
    };
  }

  /// The same in words, for a deployment of this label; it holds nothing of the subject's estate.
  Finding finding(String deployment) {
    return new Finding(
        rule.id(),
        validation.severity().orElse(rule.metadata().severity()),
        outcome(),
        message(),
        at,
        places(),
        new Finding.Subject(subject.type(), name(), NormalForm.plain(subject.id()), property),
        List.of(deployment),
        1,
        rule.remediation(),
        fix,
        Optional.empty());
  }

  /// The places beside it; those of the reasons for being open come with these.
  private List<Finding.Related> places() {
    return verdict instanceof Verdict.Open(List<Outcome.Cause> because, _)
        ? related.stream()
            .filter(it -> because.stream().noneMatch(cause -> cause.at().equals(it.at())))
            .toList()
        : related;
  }

  /// Whether it complies in a file that only stands in for what is deployed, which proves nothing.
  boolean isUnproven() {
    return verdict instanceof Verdict.Pass && subject.deployment().standIn().isPresent();
  }

  private static Outcome notProven(DeploymentPath.Call call) {
    String url = call.standsInFor().orElse("");
    return new Outcome.Open(
        List.of(
            new Outcome.Cause(
                "a file of this scan stands in for `" + url + "`, which is not here",
                call.at(),
                Optional.of("link it by `relativePath`"))));
  }

  private Outcome outcome() {
    return switch (verdict) {
      case Verdict.Pass _ ->
          subject.deployment().standIn().map(Judgement::notProven).orElseGet(Outcome.Pass::new);
      case Verdict.Fail _ -> new Outcome.Fail();
      case Verdict.Open(List<Outcome.Cause> because, _) -> new Outcome.Open(because);
    };
  }

  private String message() {
    return switch (verdict) {
      case Verdict.Pass _ -> {
        String complies = Titles.quoted(name()) + " complies.";
        yield isUnproven() ? Finding.perhaps(complies) : complies;
      }
      case Verdict.Fail(String message) -> message;
      case Verdict.Open(_, String message) -> Finding.perhaps(message);
    };
  }

  private String name() {
    return subject.title().get();
  }
}
