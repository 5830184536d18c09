package dev.keylint.check;

import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Validation;
import dev.keylint.rule.Variable;
import java.util.Set;
import java.util.stream.Stream;

/// Tells which rules ask what a caller may do by its role assignments.
final class RoleQuestions {
  private static final Set<Match.Kind> ABOUT_CALLS =
      Set.of(Match.Kind.CALL, Match.Kind.WORKLOAD, Match.Kind.IDENTITY);
  private static final Set<Match.Kind> ABOUT_USES =
      Set.of(Match.Kind.CALL, Match.Kind.WORKLOAD, Match.Kind.IDENTITY, Match.Kind.KEY_FLOW);
  private static final Set<String> QUESTIONS = Set.of("can", "canData");
  private static final String GRANTS = "grants";

  private RoleQuestions() {}

  /// Whether another role assignment may change what it says of a call, or of who makes some.
  static boolean areAskedBy(Rule rule) {
    return rule.match() instanceof Match.Each(Match.Kind kind)
        && ABOUT_CALLS.contains(kind)
        && formulas(rule).anyMatch(it -> isAsked(it.root()));
  }

  /// Whether it is about who calls, or where keys are: then what somebody has not may decide.
  static boolean areAboutCallers(Rule rule) {
    return areAboutUses(rule) || formulas(rule).anyMatch(it -> isAccess(it.root()));
  }

  /// Whether it is put to calls, to who makes some, or to keys.
  static boolean areAboutUses(Rule rule) {
    return rule.match() instanceof Match.Each(Match.Kind kind) && ABOUT_USES.contains(kind);
  }

  private static boolean isAccess(Expression expression) {
    return (expression instanceof Expression.Ident(var name, _) && name.equals("access"))
        || expression.parts().stream().anyMatch(RoleQuestions::isAccess);
  }

  private static Stream<Formula> formulas(Rule rule) {
    return Stream.of(
            rule.when().stream(),
            rule.variables().stream().map(Variable::formula),
            rule.validations().stream().map(Validation::expression))
        .flatMap(it -> it);
  }

  private static boolean isAsked(Expression expression) {
    return switch (expression) {
          case Expression.Ask(_, var question, _, _) -> QUESTIONS.contains(question);
          case Expression.Select(_, var field, _) -> field.equals(GRANTS);
          case Expression _ -> false;
        }
        || expression.parts().stream().anyMatch(RoleQuestions::isAsked);
  }
}
