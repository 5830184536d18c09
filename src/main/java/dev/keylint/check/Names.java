package dev.keylint.check;

import dev.keylint.rule.Formula;
import dev.keylint.rule.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The variables of a rule: each is evaluated when it is first read.
final class Names implements Datum {
  private final List<Variable> variables;
  private final Function<Formula, Result> evaluate;
  private final Map<String, Result> read = new HashMap<>();

  Names(List<Variable> variables, Function<Formula, Result> evaluate) {
    this.variables = variables;
    this.evaluate = evaluate;
  }

  Result read(String name) {
    Result known = read.get(name);
    if (known != null) {
      return known;
    }
    Formula formula =
        variables.stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .map(Variable::formula)
            .orElseThrow(() -> new IllegalStateException("no variable " + name));
    Result result = evaluate.apply(formula);
    read.put(name, result);
    return result;
  }
}
