package dev.keylint.eval;

import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.Memo;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The variables of a deployment: evaluated once, when they are first used.
final class Variables {
  /// A name that may be more of them says too little.
  private static final int MOST_LIKE = 32;

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
    Memo<Value> memo = values.computeIfAbsent(found.name(), _ -> new Memo<>());
    return memo.isMade()
        ? memo.made()
        : memo.get(
            () -> evaluate(found),
            () -> failed("variable `" + name + "` refers to itself", name, at));
  }

  /// Those that a name may be which follows from parameters with few values: all that have what is
  /// known of it at its ends, but for those that are being evaluated.
  Optional<Value.Obj> like(Value.Unknown name) {
    Optional<PartialText> text = PartialText.of(name);
    if (text.isEmpty()
        || !(name.reason() instanceof Reason.MissingParameter(_, _, List<Value> allowed))
        || allowed.isEmpty()) {
      return Optional.empty();
    }
    String head = text.orElseThrow().head().toLowerCase(Locale.ROOT);
    String tail = text.orElseThrow().tail().toLowerCase(Locale.ROOT);
    List<Variable> all =
        index.variables().stream()
            .filter(it -> fits(it.name().toLowerCase(Locale.ROOT), head, tail))
            .filter(it -> !isRunning(it))
            .toList();
    return all.isEmpty() || all.size() > MOST_LIKE
        ? Optional.empty()
        : Optional.of(
            new Value.Obj(
                Properties.of(
                    all.stream()
                        .map(it -> new Property(it.name(), it.at(), value(it.name(), it.at())))
                        .toList()),
                name.origin()));
  }

  private static boolean fits(String name, String head, String tail) {
    return name.length() >= head.length() + tail.length()
        && name.startsWith(head)
        && name.endsWith(tail);
  }

  private boolean isRunning(Variable variable) {
    Memo<Value> memo = values.get(variable.name());
    return memo != null && memo.isRunning();
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
