package dev.keylint.eval;

import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Variables: evaluated once per deployment, when they are first used.
final class Variables {
  private Variables() {}

  static Value value(String name, Location at, Frame frame) {
    Instance environment = frame.environment();
    Optional<Variable> variable = environment.index().variable(name);
    if (variable.isEmpty() || frame.inFunction()) {
      return failed("there is no variable `" + name + "` here", name, at, frame);
    }
    Variable found = variable.orElseThrow();
    return environment
        .memo(found)
        .get(
            () -> evaluate(found, environment),
            () -> failed("variable `" + name + "` refers to itself", name, at, frame));
  }

  private static Value evaluate(Variable variable, Instance environment) {
    Frame frame = Frame.of(environment, Bindings.none());
    Value value = Expressions.value(variable.value(), frame);
    Value bounded = environment.run().bounded(value, variable.name(), variable.at());
    return Origins.through(bounded, Origin.Kind.VARIABLE, variable.name(), variable.at());
  }

  private static Value failed(String message, String name, Location at, Frame frame) {
    return frame.run().failed(message, "variables", List.of(Terms.text(name, at)), at);
  }
}
