package dev.keylint.rules;

import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The same rule with one condition switched off: its cases must notice each.
final class Mutants {
  private Mutants() {}

  /// By what was changed.
  static Map<String, Rule> of(Rule rule) {
    Map<String, Rule> mutants = new LinkedHashMap<>();
    for (int i = 0; i < rule.validations().size(); i++) {
      List<Validation> validations = new ArrayList<>(rule.validations());
      Validation old = validations.get(i);
      validations.set(
          i,
          new Validation(
              constant(old.expression(), true),
              old.at(),
              old.message(),
              old.related(),
              old.severity(),
              old.securitySeverity(),
              old.replaces()));
      mutants.put(old.expression() + " -> true", with(rule, rule.when(), validations));
    }
    rule.when()
        .ifPresent(when -> {
          for (boolean value : new boolean[] {true, false}) {
            Optional<Formula> changed = Optional.of(constant(when, value));
            mutants.put(when + " -> " + value, with(rule, changed, rule.validations()));
          }
        });
    return mutants;
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
