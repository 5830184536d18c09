package dev.keylint.eval;

import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.Memo;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables of a deployment: evaluated once, when they are first used.
final class Variables {
  private final TemplateIndex index;
  private final Frame frame;
  private final Map<String, Memo<Value>> values = new HashMap<>();

  /// @param frame what they see
  Variables(TemplateIndex index, Frame frame) {
    this.index = index;
    this.frame = frame;
  }

  Value value(String name, Location at) {
    Optional<Variable> variable = index.variable(name);
    if (variable.isEmpty()) {
      return failed("there is no variable `" + name + "` here", name, at);
    }
    Variable found = variable.orElseThrow();
    return values
        .computeIfAbsent(found.name(), _ -> new Memo<>())
        .get(
            () -> evaluate(found),
            () -> failed("variable `" + name + "` refers to itself", name, at));
  }

  private Value evaluate(Variable variable) {
    Value value = frame.value(variable.value());
    Value bounded = frame.run().bounded(value, variable.name(), variable.at());
    return Origins.through(bounded, Origin.Kind.VARIABLE, variable.name(), variable.at());
  }

  private Value failed(String message, String name, Location at) {
    return frame.run().failed(message, "variables", List.of(Terms.text(name, at)), at);
  }
}
