package dev.keylint.docs;

import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Function;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Validation;
import dev.keylint.rule.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a property means that a template leaves out, read off `a.?b.orValue(false)` in the rule.
final class AbsentMeaning {
  private final Set<String> meanings = new LinkedHashSet<>();

  private AbsentMeaning() {}

  /// The section; empty when the rule gives no property such a value.
  static Optional<String> of(Rule rule) {
    AbsentMeaning found = new AbsentMeaning();
    Stream.concat(
            rule.variables().stream().map(Variable::formula),
            rule.validations().stream().map(Validation::expression))
        .map(Formula::root)
        .forEach(found::read);
    return found.meanings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            found.meanings.stream().collect(Collectors.joining("\n", "## When left out\n\n", "")));
  }

  private void read(Expression expression) {
    if (expression instanceof Expression.Call(Function function, List<Expression> arguments, _)) {
      if (function == Function.OR_VALUE
          && arguments.get(1) instanceof Expression.BoolConstant(boolean value, _)) {
        path(arguments.getFirst())
            .ifPresent(path -> meanings.add("- `" + path + "` counts as `" + value + "`"));
      }
      arguments.forEach(this::read);
    }
  }

  private static Optional<String> path(Expression expression) {
    return switch (expression) {
      case Expression.Ident(String name, _) -> Optional.of(name);
      case Expression.Select(Expression operand, String field, _) ->
          path(operand).map(it -> it + "." + field);
      case Expression.Call(Function function, List<Expression> arguments, _)
          when function == Function.OPTIONAL_SELECT
              && arguments.get(1) instanceof Expression.StringConstant(String field, _) ->
          path(arguments.getFirst()).map(it -> it + "." + field);
      case Expression.Constant _,
          Expression.Has _,
          Expression.Call _,
          Expression.Ask _,
          Expression.ListOf _,
          Expression.MapOf _,
          Expression.Macro _,
          Expression.Bind _ ->
          Optional.empty();
    };
  }
}
