package dev.keylint.check;

import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.resource.RuntimeProperty;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Function;
import dev.keylint.rule.Rule;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a rule about grants asks of the principal alone before it asks anything else.
///
/// When that can't be told of a grant, and no other resource could tell it, then the rule never
/// fails for it, whatever else there is.
final class PrincipalFirst {
  private final List<Rule> questions;
  private final int maxSteps;

  private PrincipalFirst(List<Rule> questions, int maxSteps) {
    this.questions = List.copyOf(questions);
    this.maxSteps = maxSteps;
  }

  static PrincipalFirst of(Rule rule, int maxSteps) {
    List<Rule> questions = new ArrayList<>();
    rule.when()
        .ifPresent(when ->
            conjuncts(when.root()).stream()
                .filter(PrincipalFirst::isAboutPrincipal)
                .forEach(it -> questions.add(asking(rule, when, it))));
    return new PrincipalFirst(questions, maxSteps);
  }

  /// Whether a grant is to somebody of whom no other resource tells more.
  static boolean isToAnybody(Grant grant) {
    Value id = grant.principalAt().value();
    return grant.principal() instanceof Identity.Unresolved
        && id instanceof Value.Unknown
        && RuntimeProperty.all(id).isEmpty();
  }

  /// Whether the rule can't fail for such a grant.
  boolean isUndecided(Grant grant) {
    Subject subject = Subject.of(grant);
    return questions.stream().anyMatch(it -> isUndecided(it, subject));
  }

  private boolean isUndecided(Rule question, Subject subject) {
    Judge judge = new Judge(question, subject, Choice.NONE, maxSteps);
    Result applies = judge.applies();
    return applies.is(false)
        || (!applies.is(true)
            && question.validations().stream()
                .allMatch(it -> Choices.of(judge.unknowns(it, applies)).isEmpty()));
  }

  private static Rule asking(Rule rule, Formula when, Expression conjunct) {
    return new Rule(
        rule.metadata(),
        rule.match(),
        Optional.of(new Formula(when.text(), when.file(), when.at(), conjunct)),
        rule.params(),
        rule.variables(),
        rule.validations(),
        rule.remediation(),
        rule.fix(),
        rule.docs());
  }

  private static List<Expression> conjuncts(Expression expression) {
    return expression instanceof Expression.Call(Function function, var arguments, _)
            && function == Function.AND
        ? arguments.stream().flatMap(it -> conjuncts(it).stream()).toList()
        : List.of(expression);
  }

  private static boolean isAboutPrincipal(Expression expression) {
    return switch (expression) {
      case Expression.Constant _ -> true;
      case Expression.Call(_, var arguments, _) ->
          arguments.stream().allMatch(PrincipalFirst::isAboutPrincipal);
      case Expression.Select(Expression.Ident(var name, _), var field, _) ->
          name.equals("params") || (name.equals("grant") && field.equals("principal"));
      case Expression.Select(var operand, _, _) ->
          operand instanceof Expression.Select && isAboutPrincipal(operand);
      case Expression.Ident _,
          Expression.Has _,
          Expression.Ask _,
          Expression.ListOf _,
          Expression.MapOf _,
          Expression.Macro _,
          Expression.Bind _ ->
          false;
    };
  }
}
