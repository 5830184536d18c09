package dev.keylint.plan;

import dev.keylint.plan.Way.Step;
import dev.keylint.template.ByVariable;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

  /// @param gates what lets nothing through, at least one
  LeftOutCause cause(List<Gate> gates) {
    List<Clause> all = new ArrayList<>();
    for (Gate gate : gates) {
      all.addAll(gate.isLoop() ? loop(gate.index()) : condition(gate.index()));
    }
    List<Clause> missing = all.stream().filter(it -> !it.isNow()).toList();
    List<Clause> said = missing.isEmpty() ? all : missing;
    Set<String> unless =
        said.stream().map(Clause::words).collect(Collectors.toCollection(LinkedHashSet::new));
    Optional<Governor> first = said.stream().flatMap(it -> it.governors().stream()).findFirst();
    return new LeftOutCause(
        String.join(" and ", unless),
        first.map(Governor::at).orElseGet(() -> place(gates.getFirst())),
        first.map(_ -> words(said)).orElse("what keeps it out")
            + (variables(said).isEmpty() ? keptOut(gates) : variables(said)));
  }

  /// What stands where the first parameter has its value.
  private static String words(List<Clause> said) {
    List<String> names =
        said.stream()
            .flatMap(it -> it.governors().stream())
            .map(it -> "`" + it.name() + "`")
            .distinct()
            .toList();
    return names.size() == 1
        ? names.getFirst() + " has its value here"
        : String.join(" and ", names) + " decide";
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

  private List<Clause> loop(int index) {
    Step step = way.step(index);
    Expr over = step.over().orElseThrow();
    List<Governor> governors = governors(over, index);
    if (governors.isEmpty()) {
      return List.of(new Clause("its loop had an item", List.of(), false, false));
    }
    Governor first = governors.getFirst();
    if (ParameterPart.of(over, way.variables(index)).isPresent() && first.plain()) {
      String more = step.isCounted() ? " were more than 0" : " had an item";
      return List.of(new Clause("`" + first.name() + "`" + more, List.of(first), false, false));
    }
    Saying saying = new Saying(way, index, parameters, step.isCounted());
    return saying.saysEmpty(over, false) && !saying.clauses().isEmpty()
        ? saying.clauses()
        : List.of(new Clause(otherwise(governors), governors, false, false));
  }

  private List<Clause> condition(int index) {
    Expr condition = way.step(index).declaration().condition().orElseThrow();
    List<Governor> governors = governors(condition, index);
    if (governors.isEmpty()) {
      return List.of(new Clause("its condition were true", List.of(), false, false));
    }
    Saying saying = new Saying(way, index, parameters, false);
    return saying.says(condition, true) && !saying.clauses().isEmpty()
        ? saying.clauses()
        : List.of(new Clause(otherwise(governors), governors, false, false));
  }

  private List<Governor> governors(Expr gate, int index) {
    return ParameterPart.in(gate, way.variables(index)).stream()
        .flatMap(it -> Governor.all(way, index, it, parameters).stream())
        .distinct()
        .toList();
  }

  private static String otherwise(List<Governor> governors) {
    List<String> names = governors.stream().map(it -> "`" + it.name() + "`").distinct().toList();
    return String.join(" or ", names) + " had another value";
  }
}
