package dev.keylint.cases;

import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The same rule with one condition switched off: its cases must notice.
///
/// @param condition what was changed, with its place
/// @param value what it always is now
public record Mutant(Formula condition, boolean value, Rule rule) {

  /// One for each validation, and two for `when`.
  public static List<Mutant> of(Rule rule) {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < rule.validations().size(); i++) {
      List<Validation> validations = new ArrayList<>(rule.validations());
      Validation old = validations.get(i);
      validations.set(i, kept(old));
      mutants.add(new Mutant(old.expression(), true, with(rule, rule.when(), validations)));
    }
    rule.when()
        .ifPresent(when -> {
          for (boolean value : new boolean[] {true, false}) {
            Optional<Formula> changed = Optional.of(constant(when, value));
            mutants.add(new Mutant(when, value, with(rule, changed, rule.validations())));
          }
        });
    return mutants;
  }

  /// Whether some case shows the difference.
  public boolean isNoticed(List<Cases> cases) {
    return cases.stream().anyMatch(it -> !it.mismatches(rule).isEmpty());
  }

  @Override
  public String toString() {
    return condition + " -> " + value;
  }

  private static Validation kept(Validation old) {
    return new Validation(
        constant(old.expression(), true),
        old.at(),
        old.message(),
        old.related(),
        old.severity(),
        old.securitySeverity(),
        old.fix(),
        old.replaces());
  }

  private static Formula constant(Formula formula, boolean value) {
    return new Formula(
        String.valueOf(value), formula.file(), formula.at(), new Expression.BoolConstant(value, 0));
  }

  private static Rule with(Rule rule, Optional<Formula> when, List<Validation> validations) {
    return new Rule(
        rule.metadata(),
        rule.match(),
        when,
        rule.params(),
        rule.variables(),
        validations,
        rule.remediation(),
        rule.fix(),
        rule.docs());
  }
}
