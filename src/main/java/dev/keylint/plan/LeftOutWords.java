package dev.keylint.plan;

import dev.keylint.plan.Way.Step;
import dev.keylint.template.ByVariable;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Variable;
import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what keeps a declaration out, in terms of what somebody can change.
final class LeftOutWords {
  private final Way way;
  private final Optional<ParameterFile> parameters;
  private final Map<Location, List<ByVariable>> byVariables;
  private final Map<CallPath, List<ByVariable>> keptOutBy;

  /// @param keptOutBy the variables by which conditions and loops let nothing through
  LeftOutWords(
      Way way,
      Optional<ParameterFile> parameters,
      Map<Location, List<ByVariable>> byVariables,
      Map<CallPath, List<ByVariable>> keptOutBy) {
    this.way = way;
    this.parameters = parameters;
    this.byVariables = byVariables;
    this.keptOutBy = keptOutBy;
  }

  /// What would have to hold.
  ///
  /// @param governors what decides it; of several it may be each
  /// @param isNow whether it does already
  /// @param exact whether that is all there is to say
  private record Clause(String words, List<Governor> governors, boolean isNow, boolean exact) {}

  /// @param gates what lets nothing through, at least one
  LeftOutCause cause(List<Gate> gates) {
    List<Clause> all = new ArrayList<>();
    for (Gate gate : gates) {
      all.addAll(gate.isLoop() ? List.of(loop(gate.index())) : condition(gate.index()));
    }
    List<Clause> missing = all.stream().filter(it -> !it.isNow()).toList();
    List<Clause> said = missing.isEmpty() ? all : missing;
    Set<String> unless =
        said.stream().map(Clause::words).collect(Collectors.toCollection(LinkedHashSet::new));
    Optional<Governor> first = said.stream().flatMap(it -> it.governors().stream()).findFirst();
    return new LeftOutCause(
        String.join(" and ", unless),
        first.map(Governor::at).orElseGet(() -> place(gates.getFirst())),
        first.map(it -> "`" + it.name() + "` has its value here").orElse("what keeps it out")
            + (variables(said).isEmpty() ? keptOut(gates) : variables(said)));
  }

  /// What there is to say of the environment variables behind what no parameter of the root
  /// decides: an output of a module, or of another layer.
  private String keptOut(List<Gate> gates) {
    DeployingVariables variables = new DeployingVariables();
    for (Gate gate : gates) {
      variables.add(keptOutBy.getOrDefault(way.path(gate.index()), List.of()), false);
    }
    return variables.words(gates.size() == 1);
  }

  /// What there is to say of the environment variables behind clauses.
  private String variables(List<Clause> clauses) {
    DeployingVariables variables = new DeployingVariables();
    for (Clause clause : clauses) {
      List<ByVariable> by =
          clause.governors().stream()
              .flatMap(it -> byVariables.getOrDefault(it.given(), List.of()).stream())
              .toList();
      variables.add(by, clause.exact());
    }
    return variables.words(clauses.size() == 1 && clauses.getFirst().governors().size() > 1);
  }

  private Location place(Gate gate) {
    Step step = way.step(gate.index());
    Optional<Expr> written = gate.isLoop() ? step.over() : step.declaration().condition();
    return written.map(Expr::at).orElseGet(() -> step.declaration().at());
  }

  private Clause loop(int index) {
    Step step = way.step(index);
    Expr over = step.over().orElseThrow();
    List<Governor> governors = governors(over, index);
    if (governors.isEmpty()) {
      return new Clause("its loop had an item", List.of(), false, false);
    }
    Governor first = governors.getFirst();
    boolean plain = ParameterPart.of(over, way.variables(index)).isPresent() && first.plain();
    String more = step.isCounted() ? " were more than 0" : " had an item";
    return new Clause(
        plain ? "`" + first.name() + "`" + more : otherwise(governors),
        plain ? List.of(first) : governors,
        false,
        false);
  }

  private List<Clause> condition(int index) {
    Expr condition = way.step(index).declaration().condition().orElseThrow();
    List<Governor> governors = governors(condition, index);
    if (governors.isEmpty()) {
      return List.of(new Clause("its condition were true", List.of(), false, false));
    }
    Saying saying = new Saying(index);
    return saying.says(condition, true) && !saying.clauses.isEmpty()
        ? saying.clauses
        : List.of(new Clause(otherwise(governors), governors, false, false));
  }

  private List<Governor> governors(Expr gate, int index) {
    return ParameterPart.in(gate, way.variables(index)).stream()
        .map(it -> Governor.of(way, index, it, parameters))
        .distinct()
        .toList();
  }

  private static String otherwise(List<Governor> governors) {
    List<String> names = governors.stream().map(it -> "`" + it.name() + "`").distinct().toList();
    Optional<Boolean> other = governors.getFirst().other();
    if (names.size() == 1 && other.isPresent()) {
      return names.getFirst() + " were " + other.orElseThrow();
    }
    return String.join(" or ", names) + " had another value";
  }

  /// What a condition says of parameters, part by part.
  private final class Saying {
    private final int index;
    private final List<Variable> variables;
    private final List<Clause> clauses = new ArrayList<>();

    Saying(int index) {
      this.index = index;
      this.variables = way.variables(index);
    }

    /// Adds what it says; false when it says more than has words here.
    private boolean says(Expr condition, boolean holds) {
      Expr resolved = Definitions.resolve(condition, variables);
      Optional<ParameterPart> part = ParameterPart.of(resolved, variables);
      if (part.isPresent()) {
        return say(part, "were " + holds, new Expr.BoolLiteral(holds, condition.at()), true);
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
            arguments.getLast() instanceof Expr.BoolLiteral(var otherwise, _)
                && otherwise != holds
                && says(first, holds);
        case "empty" ->
            say(
                ParameterPart.of(first, variables),
                holds ? "were empty" : "were not empty",
                new Expr.StringLiteral("", first.at()),
                holds);
        case "equals" ->
            equal(first, arguments.getLast(), holds) || equal(arguments.getLast(), first, holds);
        default -> false;
      };
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
        case Expr.BoolLiteral(var value, _) ->
            part.isEmpty()
                ? says(one, value == holds)
                : say(part, "were " + (value == holds), literal, holds);
        case Expr.IntLiteral(var value, _) -> say(part, were + value, literal, holds);
        case Expr.StringLiteral(var value, _) ->
            say(part, were + "'" + value + "'", literal, holds);
        case Expr _ -> false;
      };
    }

    /// @param holds whether the part is to have this very value, or any other
    private boolean say(Optional<ParameterPart> part, String what, Expr literal, boolean holds) {
      Optional<Governor> governor = part.map(it -> Governor.of(way, index, it, parameters));
      governor
          .filter(Governor::plain)
          .ifPresent(it -> {
            boolean isNow =
                it.value()
                    .flatMap(now -> isSame(now, literal))
                    .filter(is -> is == holds)
                    .isPresent();
            clauses.add(new Clause("`" + it.name() + "` " + what, List.of(it), isNow, true));
          });
      return governor.filter(Governor::plain).isPresent();
    }
  }

  /// Whether two literals are of the same value; empty when one is none.
  private static Optional<Boolean> isSame(Expr one, Expr other) {
    return switch (one) {
      case Expr.BoolLiteral(var is, _) ->
          Optional.of(other instanceof Expr.BoolLiteral(var that, _) && is == that);
      case Expr.IntLiteral(var is, _) ->
          Optional.of(other instanceof Expr.IntLiteral(var that, _) && is == that);
      case Expr.StringLiteral(var is, _) ->
          Optional.of(other instanceof Expr.StringLiteral(var that, _) && is.equals(that));
      case Expr _ -> Optional.empty();
    };
  }
}
