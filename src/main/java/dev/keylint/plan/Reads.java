package dev.keylint.plan;

import dev.keylint.plan.Supposition.SupposedKey;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.Parts;
import dev.keylint.template.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parts of parameters that a declaration hangs on, in its own template and in those around.
///
/// What it takes from other resources is not followed.
final class Reads {
  private final Way way;
  private final Map<SupposedKey, Set<String>> parts = new HashMap<>();

  private Reads(Way way) {
    this.way = way;
  }

  /// The ids of the parts by their parameters.
  static Map<SupposedKey, Set<String>> of(Way way) {
    Reads reads = new Reads(way);
    int last = way.size() - 1;
    Parts.of(way.step(last).declaration()).forEach(it -> reads.read(it, last));
    for (int i = 0; i < last; i++) {
      int step = i;
      way.step(i).declaration().condition().ifPresent(it -> reads.read(it, step));
      way.step(i).over().ifPresent(it -> reads.read(it, step));
    }
    return reads.parts;
  }

  private void read(Expr expr, int index) {
    int step = way.environment(index);
    List<Variable> variables = way.variables(step);
    for (ParameterPart part : ParameterPart.in(expr, variables)) {
      if (!parts
          .computeIfAbsent(SupposedKey.of(way, step, part), _ -> new HashSet<>())
          .add(part.id())) {
        continue;
      }
      Optional<Argument> given = way.argument(step, part.name());
      given.ifPresent(it -> read(part.in(it.value()), step - 1));
      if (given.isEmpty()) {
        way.step(step).template().parameters().stream()
            .filter(it -> it.name().equalsIgnoreCase(part.name()))
            .findFirst()
            .flatMap(Parameter::defaultValue)
            .ifPresent(it -> read(it, step));
      }
    }
  }
}
