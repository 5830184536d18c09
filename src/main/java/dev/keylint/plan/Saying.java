package dev.keylint.plan;

import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.Expr.BoolLiteral;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// What a condition says of parameters, part by part, also where it is handed to a module.
///
/// Not for several threads.
final class Saying {
  /// Deeper expressions have no words here.
  private static final int DEEPEST = 50;

  private final Way way;
  private final int index;
  private final Optional<ParameterFile> parameters;
  private final List<Variable> variables;
  private final List<Clause> clauses;
  private final boolean isCount;
  private final int depth;

  /// @param index the step that has the condition
  /// @param isCount whether it is a loop that turns as often as a number says
  Saying(Way way, int index, Optional<ParameterFile> parameters, boolean isCount) {
    this(way, index, parameters, new ArrayList<>(), isCount, 0);
  }

  private Saying(
      Way way,
      int index,
      Optional<ParameterFile> parameters,
      List<Clause> clauses,
      boolean isCount,
      int depth) {
    this.way = way;
    this.index = index;
    this.parameters = parameters;
    this.variables = way.variables(index);
    this.clauses = clauses;
    this.isCount = isCount;
    this.depth = depth;
  }

  /// What was said; nothing where it asks a parameter for two things, of which one may forbid the
  /// other.
  List<Clause> clauses() {
    Map<String, Set<String>> asked = new HashMap<>();
    for (Clause clause : clauses) {
      asked
          .computeIfAbsent(clause.governors().getFirst().name(), _ -> new HashSet<>())
          .add(clause.words());
    }
    return asked.values().stream().anyMatch(it -> it.size() > 1) ? List.of() : clauses;
  }

  /// Adds what it says; false when it says more than has words here.
  boolean says(Expr condition, boolean holds) {
    Expr resolved = Definitions.resolve(condition, variables);
    Optional<ParameterPart> part = ParameterPart.of(resolved, variables);
    if (part.isPresent()) {
      return say(part, "were " + holds, new BoolLiteral(holds, condition.at()), true)
          || outside(part.orElseThrow(), (saying, given) -> saying.says(given, holds));
    }
    return resolved instanceof Expr.Call(Optional<String> namespace, var name, var given, _)
        && namespace.isEmpty()
        && says(name.toLowerCase(Locale.ROOT), given, holds);
  }

  private boolean says(String function, List<Expr> arguments, boolean holds) {
    if (arguments.isEmpty()) {
      return false;
    }
    Expr first = arguments.getFirst();
    return switch (function) {
      case "not" -> says(first, !holds);
      case "and" -> holds && arguments.stream().allMatch(it -> says(it, true));
      case "or" -> !holds && arguments.stream().allMatch(it -> says(it, false));
      case "contains" -> holds && isSaidByAPart(first);
      case "coalesce" ->
          arguments.getLast() instanceof BoolLiteral(var otherwise, _)
              && otherwise != holds
              && says(first, holds);
      case "empty" -> saysEmpty(first, holds);
      case "equals" ->
          equal(first, arguments.getLast(), holds) || equal(arguments.getLast(), first, holds);
      default -> false;
    };
  }

  /// The same for whether a text, list or object is empty, or a count is zero.
  boolean saysEmpty(Expr value, boolean holds) {
    Expr resolved = Definitions.resolve(value, variables);
    Optional<ParameterPart> part = ParameterPart.of(resolved, variables);
    if (part.isPresent()) {
      if (isCount) {
        return false;
      }
      String what = holds ? "were empty" : "were not empty";
      return say(part, what, new Expr.StringLiteral("", value.at()), holds)
          || outside(part.orElseThrow(), (saying, given) -> saying.saysEmpty(given, holds));
    }
    return switch (resolved) {
      case Expr.Conditional(var condition, var then, var otherwise, _) ->
          isChosenEmpty(condition, then, otherwise, holds);
      case Expr.Call(_, var name, var given, _)
          when name.equalsIgnoreCase("if") && given.size() == 3 ->
          isChosenEmpty(given.getFirst(), given.get(1), given.getLast(), holds);
      case Expr _ -> false;
    };
  }

  private boolean isChosenEmpty(Expr condition, Expr then, Expr otherwise, boolean holds) {
    boolean first = isEmpty(then);
    if (first == isEmpty(otherwise)) {
      return false;
    }
    Expr other = first ? otherwise : then;
    return says(condition, first == holds)
        && (holds
            ? FilledExpressions.isFilled(other, variables)
            : FilledExpressions.isFilled(other, variables) || saysEmpty(other, false));
  }

  private boolean isEmpty(Expr value) {
    return switch (Definitions.resolve(value, variables)) {
      case Expr.NullLiteral _ -> true;
      case Expr.StringLiteral(var text, _) -> text.isEmpty();
      case Expr.IntLiteral(long number, _) -> number == 0;
      case Expr.ArrayExpr array -> array.items().isEmpty();
      case Expr.ObjectExpr object -> object.members().isEmpty();
      case Expr.Call(_, var name, var arguments, _) ->
          arguments.isEmpty()
              && (name.equalsIgnoreCase("createArray") || name.equalsIgnoreCase("createObject"));
      case Expr _ -> false;
    };
  }

  /// Says the same of what a module gets for a parameter.
  private boolean outside(ParameterPart part, BiPredicate<Saying, Expr> saying) {
    int step = way.environment(index);
    Optional<Argument> given = way.argument(step, part.name());
    return given.isPresent()
        && depth < DEEPEST
        && saying.test(
            new Saying(way, step - 1, parameters, clauses, isCount, depth + 1),
            part.in(given.orElseThrow().value()));
  }

  /// `contains(cfg, 'enabled') && cfg.enabled`: the second says all.
  private boolean isSaidByAPart(Expr whole) {
    Expr condition = way.step(index).declaration().condition().orElse(whole);
    return ParameterPart.of(whole, variables)
        .filter(
            it -> ParameterPart.in(condition, variables).stream().anyMatch(part -> part.isIn(it)))
        .isPresent();
  }

  private boolean equal(Expr one, Expr other, boolean holds) {
    Optional<ParameterPart> part = ParameterPart.of(one, variables);
    Expr literal = Definitions.resolve(other, variables);
    String were = holds ? "were " : "were not ";
    return switch (literal) {
      case BoolLiteral(var value, _) ->
          part.isEmpty()
              ? says(one, value == holds)
              : say(part, "were " + (value == holds), literal, holds);
      case Expr.IntLiteral(var value, _) -> say(part, were + value, literal, holds);
      case Expr.StringLiteral(var value, _) -> say(part, were + "'" + value + "'", literal, holds);
      case Expr _ -> false;
    };
  }

  /// @param holds whether the part is to have this very value, or any other
  private boolean say(Optional<ParameterPart> part, String what, Expr literal, boolean holds) {
    Optional<Governor> governor =
        part.map(it -> Governor.of(way, index, it, parameters)).filter(Governor::plain);
    governor.ifPresent(it -> {
      boolean isNow =
          it.value().flatMap(now -> isSame(now, literal)).filter(is -> is == holds).isPresent();
      clauses.add(new Clause("`" + it.name() + "` " + what, List.of(it), isNow, true));
    });
    return governor.isPresent();
  }

  /// Whether two literals are of the same value; empty when one is none.
  private static Optional<Boolean> isSame(Expr one, Expr other) {
    return switch (one) {
      case BoolLiteral(var is, _) ->
          Optional.of(other instanceof BoolLiteral(var that, _) && is == that);
      case Expr.IntLiteral(var is, _) ->
          Optional.of(other instanceof Expr.IntLiteral(var that, _) && is == that);
      case Expr.StringLiteral(var is, _) ->
          Optional.of(other instanceof Expr.StringLiteral(var that, _) && is.equals(that));
      case Expr _ -> Optional.empty();
    };
  }
}
