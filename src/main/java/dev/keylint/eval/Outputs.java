package dev.keylint.eval;

import dev.keylint.resource.Estate;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Output;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Outputs of deployments.
final class Outputs {
  private Outputs() {}

  /// All outputs of a root whose condition is not false.
  static List<Estate.Output> all(Instance instance) {
    List<Estate.Output> all = new ArrayList<>();
    for (Output output : instance.template().outputs()) {
      Optional<Value> condition = Conditions.of(output.condition(), instance.frame());
      if (condition.filter(Value.Bool.class::isInstance).isEmpty()) {
        Value value = value(output, instance);
        instance.run().written(value);
        all.add(new Estate.Output(output.name(), value, output.secure(), output.at()));
      }
    }
    return all;
  }

  static Value value(Output output, Instance instance) {
    return instance
        .memo(output)
        .get(() -> evaluate(output, instance), () -> circular(output, instance));
  }

  private static Value evaluate(Output output, Instance instance) {
    Run run = instance.run();
    Value value =
        output.value() instanceof Expr.ForExpr loop
            ? Loops.output(loop, instance.frame())
            : Expressions.value(output.value(), instance.frame());
    Value bounded = run.bounded(value, output.name(), output.at());
    Value stepped = Origins.through(bounded, Origin.Kind.OUTPUT, output.name(), output.at());
    return output.secure() ? Origins.hidden(stepped) : stepped;
  }

  private static Value circular(Output output, Instance instance) {
    String message = "output `" + output.name() + "` refers to itself";
    List<Value> arguments = List.of(Terms.text(output.name(), output.at()));
    return instance.run().failed(message, "outputs", arguments, output.at());
  }

  /// An output of a module that is not here.
  static Value missing(ModuleCopy module, Value key, Location at) {
    Reason reason =
        module.declaration().content() instanceof Declaration.Content.Missing(String reference)
            ? new Reason.MissingModule(reference)
            : new Reason.Unsupported("modules nested too deep");
    Term call = new Term.Call("reference", List.of(module.id()));
    List<Value> path = List.of(Terms.text("outputs", at), key, Terms.text("value", at));
    return Terms.unknown(new Term.Access(Terms.unknown(call, reason, at), path), reason, at);
  }
}
