package dev.keylint.plan;

import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The search for all that a part of a parameter hangs on, through the arguments of module calls.
///
/// Not for several threads.
final class Governors {
  private static final Optional<ParameterFile> NO_FILE = Optional.empty();

  private final Way way;
  private final Optional<ParameterFile> parameters;
  private final List<Governor> found = new ArrayList<>();
  private final Set<Read> seen = new HashSet<>();

  /// A part that the template of a step reads.
  private record Read(int step, String part) {}

  Governors(Way way, Optional<ParameterFile> parameters) {
    this.way = way;
    this.parameters = parameters;
  }

  List<Governor> found() {
    return found;
  }

  /// @param step the one in whose template the parameter is declared
  /// @param plain whether nothing was made of it so far
  void follow(int step, ParameterPart read, boolean plain) {
    if (!seen.add(new Read(step, read.id()))) {
      return;
    }
    Optional<Argument> given = way.argument(step, read.name());
    if (given.isEmpty()) {
      found.add(
          Governor.outermost(
              way.step(step).template(), read, plain, step == 0 ? parameters : NO_FILE));
      return;
    }
    List<Variable> variables = way.variables(step - 1);
    Expr value = Definitions.resolve(read.in(given.orElseThrow().value()), variables);
    if (Governor.isLacking(value)) {
      found.add(Governor.unknown(read, given.orElseThrow().at(), plain));
      return;
    }
    List<ParameterPart> outside = ParameterPart.in(value, variables);
    if (outside.isEmpty()) {
      found.add(Governor.written(read, given.orElseThrow().at(), plain, value));
    }
    boolean still = plain && ParameterPart.of(value, variables).isPresent();
    outside.forEach(it -> follow(way.environment(step - 1), it, still));
  }
}
