package dev.keylint.eval;

import dev.keylint.eval.expression.Conditions;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.expression.Loops;
import dev.keylint.eval.run.Memo;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.eval.run.Terms;
import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.template.Expr;
import dev.keylint.template.Output;
import dev.keylint.value.ListedKeys;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The outputs of a deployment: evaluated once, when they are first asked for.
final class Outputs {
  private final TemplateIndex index;
  private final Frame frame;
  private final Map<String, Memo<Value>> values = new HashMap<>();

  Outputs(TemplateIndex index, Frame frame) {
    this.index = index;
    this.frame = frame;
  }

  /// All of which the condition is not false.
  List<DeployedOutput> all(DeploymentPath deployment) {
    List<DeployedOutput> all = new ArrayList<>();
    for (Output output : index.template().outputs()) {
      Optional<Value> condition = Conditions.of(output.condition(), frame);
      if (condition.filter(Value.Bool.class::isInstance).isEmpty()) {
        Value value = value(output);
        frame.run().written(value);
        all.add(output(output, value, deployment));
      }
    }
    return all;
  }

  /// Those that may hold a key.
  List<DeployedOutput> withKeys(ListedKeys keys, KeyExprs written, DeploymentPath deployment) {
    List<DeployedOutput> all = new ArrayList<>();
    for (Output output : index.template().outputs()) {
      if (written.mayHold(output, index) && !lacks(output.name())) {
        Value value = value(output);
        if (keys.any(value)) {
          all.add(output(output, value, deployment));
        }
      }
    }
    return all;
  }

  private static DeployedOutput output(Output output, Value value, DeploymentPath deployment) {
    return new DeployedOutput(output.name(), value, output.secure(), output.at(), deployment);
  }

  Optional<Value> value(String name) {
    return index.output(name).map(this::value);
  }

  /// Whether there is no output of this name: none is declared, or its condition is false.
  boolean lacks(String name) {
    Optional<Output> declared = index.output(name);
    return declared.isEmpty()
        || Conditions.of(declared.orElseThrow().condition(), frame)
            .filter(Value.Bool.class::isInstance)
            .isPresent();
  }

  private Value value(Output output) {
    return values
        .computeIfAbsent(output.name(), _ -> new Memo<>())
        .get(() -> evaluate(output), () -> circular(output));
  }

  private Value evaluate(Output output) {
    Run run = frame.run();
    Value value =
        output.value() instanceof Expr.ForExpr loop
            ? Loops.output(loop, frame)
            : frame.value(output.value());
    Value bounded = run.bounded(value, output.name(), output.at());
    Value stepped = Origins.through(bounded, Origin.Kind.OUTPUT, output.name(), output.at());
    return output.secure() ? new SecretMembers(run).hidden(stepped) : stepped;
  }

  private Value circular(Output output) {
    String message = "output `" + output.name() + "` refers to itself";
    List<Value> arguments = List.of(Terms.text(output.name(), output.at()));
    return frame.run().failed(message, "outputs", arguments, output.at());
  }
}
