package dev.keylint.check;

import dev.keylint.rule.Formula;
import dev.keylint.rule.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The variables of a rule: each is evaluated when it is first read.
final class Variables implements Struct {
  private final List<Variable> variables;
  private final Function<Formula, Result> evaluate;
  private final Map<String, Result> read = new HashMap<>();

  Variables(List<Variable> variables, Function<Formula, Result> evaluate) {
    this.variables = variables;
    this.evaluate = evaluate;
  }

  @Override
  public Result find(String name) {
    Result known = read.get(name);
    if (known == null) {
      known = evaluate.apply(formula(name));
      read.put(name, known);
    }
    return new Result.Known(Maybe.of(known), Why.nothing());
  }

  private Formula formula(String name) {
    for (Variable variable : variables) {
      if (variable.name().equals(name)) {
        return variable.formula();
      }
    }
    throw new IllegalStateException("no variable " + name);
  }

  @Override
  public Result ask(String question, List<Result.Known> arguments) {
    throw new IllegalStateException("variables answer no " + question);
  }

  @Override
  public Object subject() {
    return this;
  }
}
