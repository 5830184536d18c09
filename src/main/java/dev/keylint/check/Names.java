package dev.keylint.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The variables of a rule: each is evaluated when it is first read.
final class Names implements Datum {
  private final Map<String, Supplier<Result>> formulas;
  private final Map<String, Result> read = new HashMap<>();

  Names(Map<String, Supplier<Result>> formulas) {
    this.formulas = Map.copyOf(formulas);
  }

  Result read(String name) {
    Result known = read.get(name);
    if (known != null) {
      return known;
    }
    Supplier<Result> formula = formulas.get(name);
    if (formula == null) {
      throw new IllegalStateException("no variable " + name);
    }
    Result result = formula.get();
    read.put(name, result);
    return result;
  }
}
