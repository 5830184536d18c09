package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Fix;
import dev.keylint.finding.Outcome.Cause;
import dev.keylint.resource.ApiVersions;
import dev.keylint.resource.OtherWrite;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Severity;
import dev.keylint.rule.Validation;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts one rule to one subject, with the values of one choice.
final class Judge {
  private static final String ORIGIN = OriginShape.SHAPE.name() + ".";

  private final Rule rule;
  private final Subject subject;
  private final Evaluator evaluator;
  private final Environment scope;
  private final Messages messages;

  /// What a validation came to: it is asked for again when choices are tried.
  private final IdentityHashMap<Validation, Result> results = new IdentityHashMap<>();

  Judge(Rule rule, Subject subject, Choice choice, Patterns patterns) {
    this.rule = rule;
    this.subject = subject;
    this.evaluator = new Evaluator(Engine.MAX_STEPS, patterns);
    Facts facts = new Facts(choice);
    Location params = rule.params().origin().at();
    this.scope =
        subject
            .scope(facts)
            .with("params", facts.result(rule.params(), Place.root("params", params)))
            .with("variables", Result.of(new Variables(rule.variables(), it -> evaluate(it))));
    this.messages =
        new Messages(
            new Phrases(evaluator, scope, rule.variables()),
            new ResourceTitles(structs()),
            subject);
  }

  private Structs structs() {
    return new Structs(it -> it.expression().map(this::evaluated));
  }

  /// What is at a place, in short, if it is no list or object.
  Optional<String> value(Place place) {
    return place.expression().flatMap(it -> Messages.value(evaluated(it)));
  }

  /// Whether the rule took more than it may; nothing it said since then counts.
  boolean exceeded() {
    return evaluator.exceeded();
  }

  /// Whether the rule is about the subject; unknown when that can't be told.
  Result applies() {
    return rule.when()
        .map(it -> Kleene.bool(evaluate(it)))
        .orElseGet(() -> Result.of(true, Why.nothing()));
  }

  private Result evaluate(Formula formula) {
    return evaluated(formula.root());
  }

  private Result evaluated(Expression expression) {
    return evaluator.evaluate(expression, scope);
  }

  /// Whether the subject complies, or why that can't be told.
  Result result(Validation validation) {
    return results.computeIfAbsent(validation, it -> Kleene.bool(evaluate(it.expression())));
  }

  Judgement judge(Validation validation, Result applies) {
    Result result = result(validation);
    Target target = target(validation, result);
    if (validation.expression().text().contains(ORIGIN)) {
      target = target.by(result);
    }
    if (target.origin().filter(it -> isOfEarlierWrite(result, it)).isPresent()) {
      target = target.at(subject.declaration());
    }
    Placement placement = Placement.of(target.at(), target.origin(), subject.deployment());
    Verdict verdict = verdict(validation, result, applies);
    return new Judgement(
        rule,
        validation,
        subject,
        verdict,
        placement.at(),
        target.property(),
        // Where nothing is wrong there is nothing to point at.
        verdict instanceof Verdict.Pass
            ? List.of()
            : placement.related(
                related(
                    validation,
                    target,
                    verdict instanceof Verdict.Fail ? deciding(validation, applies) : Set.of())),
        verdict instanceof Verdict.Open ? Misfits.diagnostic(result) : Optional.empty(),
        verdict instanceof Verdict.Fail ? fix(validation) : Optional.empty());
  }

  private Optional<Fix> fix(Validation validation) {
    return validation.fix().or(rule::fix).map(it -> new Curing(it, subject, this::evaluate).fix());
  }

  private Verdict verdict(Validation validation, Result result, Result applies) {
    if (result.is(true)) {
      return new Verdict.Pass();
    }
    if (applies.is(true) && result.is(false)) {
      return new Verdict.Fail(messages.text(validation.message()));
    }
    Set<Cause> causes = new LinkedHashSet<>();
    for (Result it : List.of(applies, result)) {
      if (!it.isBool()) {
        causes.addAll(Causes.of(it, subject));
      }
    }
    return new Verdict.Open(List.copyOf(causes), messages.perhaps(validation.message(), rule));
  }

  /// The place in question: of the property if it is there, else of the subject.
  ///
  /// @param isNull whether it is written there and null
  /// @param around what there is to say of what it is missing in
  private record Target(
      Location at,
      String property,
      Optional<Origin> origin,
      boolean isNull,
      List<Finding.Related> around) {

    /// The same where the property is to be written.
    Target at(Location declaration) {
      return new Target(declaration, property, Optional.empty(), false, around);
    }

    /// The same, by the way that a rule asked about.
    Target by(Result result) {
      return result.why().places().stream()
          .filter(it -> it.at().equals(at) && it.path().startsWith(ORIGIN))
          .findFirst()
          .map(it -> new Target(at, property, it.origin(), isNull, around))
          .orElse(this);
    }
  }

  /// Whether something hangs on what Azure makes of a value that the last write does not set.
  private static boolean isOfEarlierWrite(Result result, Origin origin) {
    return result instanceof Result.Unknown unknown
        && unknown.because().stream()
            .anyMatch(it ->
                it.reason() instanceof Reason.Rewritten(_, _, Reason.Rewritten.Left.Reset _)
                    && it.origin().at().equals(origin.at()));
  }

  private Target target(Validation validation, Result result) {
    if (validation.at().isEmpty()) {
      return result.why().places().stream()
          .filter(place -> place.path().startsWith(subject.variable()))
          .findFirst()
          .map(place -> target(place, property(place.path()), false))
          .orElseGet(() -> absent("", List.of()));
    }
    Formula at = validation.at().orElseThrow();
    String property = property(at.text());
    Result reached = evaluate(at);
    boolean isNull = reached instanceof Result.Failed(_, _, var wanted) && wanted.isEmpty();
    Optional<Place> leading = reached.why().leading();
    return leading
        .filter(place -> place.origin().isPresent())
        .map(place -> target(place, property, isNull))
        .or(() -> changed(validation, property))
        .orElseGet(() -> absent(property, leading.map(Trail::around).orElse(List.of())));
  }

  /// What is to be changed instead of a property that is not there.
  private Optional<Target> changed(Validation validation, String property) {
    return validation.fix().or(rule::fix).stream()
        .flatMap(fix -> fix.edits().stream())
        .filter(edit -> edit instanceof dev.keylint.rule.Fix.Set)
        .filter(_ -> subject.ignored(property).isEmpty())
        .flatMap(edit -> place(edit.at()).stream())
        .filter(place -> place.origin().isPresent())
        .filter(place -> place.path().startsWith(subject.variable() + "."))
        .findFirst()
        .map(place -> target(place, property, false));
  }

  private Target target(Place place, String property, boolean isNull) {
    return place.origin().isPresent()
        ? new Target(place.at(), property, place.origin(), isNull, List.of())
        : absent(property, Trail.around(place));
  }

  private Target absent(String property, List<Finding.Related> around) {
    Location at =
        subject.ignored(property).map(it -> it.written().at()).orElse(subject.declaration());
    return new Target(at, property, Optional.empty(), false, around);
  }

  /// The value that a path leads to, or what it ends at: an unknown, a written null, or where a
  /// member is absent.
  private Optional<Place> place(Formula path) {
    return evaluate(path).why().leading();
  }

  private String property(String path) {
    String prefix = subject.variable() + ".";
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }

  /// The environment variables by which the subject is deployed, and the rule fails there, and no
  /// worse.
  private Set<Origin.Step> deciding(Validation validation, Result applies) {
    Set<Origin.Step> all = new LinkedHashSet<>();
    subject.resource().ifPresent(it -> all.addAll(it.body().origin().variables()));
    List<Result> others = new ArrayList<>(List.of(applies));
    List<Result> failures = new ArrayList<>();
    for (Validation each : rule.validations()) {
      int worse = severity(each).compareTo(severity(validation));
      Result result = result(each);
      if (at(each).equals(at(validation)) && worse < 0) {
        others.add(result);
      } else if (at(each).equals(at(validation)) && worse == 0 && result.is(false)) {
        failures.add(result);
      }
    }
    all.addAll(new DecidingVariables(structs()).of(others, failures));
    return all;
  }

  private Severity severity(Validation validation) {
    return validation.severity().orElse(rule.metadata().severity());
  }

  private static Optional<String> at(Validation validation) {
    return validation.at().map(Formula::text);
  }

  private List<Finding.Related> related(
      Validation validation, Target target, Set<Origin.Step> deciding) {
    List<Finding.Related> related = new ArrayList<>();
    if (target.isNull()) {
      related.add(new Finding.Related(target.at(), "it is null here, as if it were left out"));
    }
    subject
        .ignored(target.property())
        .ifPresent(it -> related.add(new Finding.Related(subject.declaration(), tooOld(it))));
    for (Validation.Related it : validation.related()) {
      place(it.at())
          .filter(place -> place.origin().isPresent())
          .ifPresent(
              place -> related.add(new Finding.Related(place.at(), messages.text(it.message()))));
    }
    related.addAll(target.around());
    related.addAll(Trail.of(target.origin(), target.at(), subject.deployment()));
    subject
        .resource()
        .ifPresent(resource -> {
          resource
              .condition()
              .ifPresent(it ->
                  related.add(new Finding.Related(it.origin().at(), deployedOnly(it, resource))));
          for (OtherWrite other : resource.others()) {
            related.add(new Finding.Related(other.at(), words(other, resource)));
          }
        });
    Set<Origin.Step> said =
        target.origin().map(it -> Set.copyOf(it.variables())).orElseGet(Set::of);
    deciding.stream()
        .filter(it -> !said.contains(it))
        .flatMap(it -> Trail.variable(it).stream())
        .filter(it -> !related.contains(it))
        .toList()
        .forEach(related::add);
    return related;
  }

  /// What stands at the declaration itself is the count of its loop.
  private static String deployedOnly(Value condition, Resource resource) {
    return condition.origin().at().equals(resource.declaredAt())
        ? "deployed only if its loop has an item"
        : "deployed only if this holds";
  }

  private static String words(OtherWrite other, Resource resource) {
    // What leads to both is a loop.
    boolean turn =
        other.at().equals(resource.declaredAt())
            || resource.deployment().calls().stream().anyMatch(it -> it.at().equals(other.at()));
    return switch (other.kind()) {
      case OVERWRITTEN ->
          turn
              ? "another turn writes it before, and is overwritten"
              : "written before, and overwritten";
      case UNORDERED ->
          turn
              ? "another turn writes it too, before or after"
              : "written here too, before or after";
      case INSTEAD -> "otherwise it is written here";
      case CONDITION -> "only if this holds";
    };
  }

  private String tooOld(ApiVersions.Ignored ignored) {
    return "api-version "
        + subject.resource().map(Resource::apiVersion).orElse("")
        + " does not know `"
        + ignored.written().name()
        + "`, which came with "
        + ignored.since()
        + ": Azure ignores it";
  }

  /// The unknown values that keep a validation from being decided.
  List<Value.Unknown> unknowns(Validation validation, Result applies) {
    List<Value.Unknown> unknowns = new ArrayList<>();
    for (Result it : List.of(applies, result(validation))) {
      if (it instanceof Result.Unknown unknown) {
        unknowns.addAll(unknown.because());
      }
    }
    return unknowns;
  }
}
