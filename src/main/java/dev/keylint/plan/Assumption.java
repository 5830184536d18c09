package dev.keylint.plan;

import dev.keylint.template.Expr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What must hold of parameters when a condition is true, as far as the condition says it plainly.
final class Assumption {
  private Assumption() {}

  /// The value of each parameter that a true condition pins down: `x`, `!x`, `x == 'a'`, and
  /// several of these joined by "and". A parameter that two parts pin down differently is left out.
  static Map<String, Expr> of(Expr condition) {
    Map<String, Expr> assumed = new LinkedHashMap<>();
    collect(condition, true, assumed);
    return assumed;
  }

  private static void collect(Expr condition, boolean holds, Map<String, Expr> assumed) {
    switch (condition) {
      case Expr.ParameterRef(var name, var at) ->
          assumed.putIfAbsent(name, new Expr.BoolLiteral(holds, at));
      case Expr.Call(Optional<String> namespace, var function, var arguments, _)
          when namespace.isEmpty() ->
          call(function, arguments, holds, assumed);
      case Expr _ -> {}
    }
  }

  private static void call(
      String function, List<Expr> arguments, boolean holds, Map<String, Expr> assumed) {
    if (function.equalsIgnoreCase("not") && arguments.size() == 1) {
      collect(arguments.getFirst(), !holds, assumed);
    } else if (function.equalsIgnoreCase("and") && holds) {
      arguments.forEach(it -> collect(it, true, assumed));
    } else if (function.equalsIgnoreCase("or") && !holds) {
      arguments.forEach(it -> collect(it, false, assumed));
    } else if (function.equalsIgnoreCase("equals") && arguments.size() == 2) {
      equal(arguments.getFirst(), arguments.getLast(), holds, assumed);
      equal(arguments.getLast(), arguments.getFirst(), holds, assumed);
    }
  }

  private static void equal(Expr one, Expr other, boolean holds, Map<String, Expr> assumed) {
    if (one instanceof Expr.ParameterRef(var name, _)) {
      switch (other) {
        case Expr.BoolLiteral(var value, var at) ->
            assumed.putIfAbsent(name, new Expr.BoolLiteral(value == holds, at));
        case Expr.StringLiteral _, Expr.IntLiteral _ when holds -> assumed.putIfAbsent(name, other);
        case Expr _ -> {}
      }
    }
  }
}
