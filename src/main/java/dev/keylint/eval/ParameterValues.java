package dev.keylint.eval;

import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Values of parameters: what is given, else the default, else null where it may be, else unknown.
final class ParameterValues {
  private ParameterValues() {}

  static Value value(String name, Location at, Frame frame) {
    if (frame.inFunction()) {
      return frame
          .argument(name.toLowerCase(Locale.ROOT))
          .orElseGet(() -> failed("there is no parameter `" + name + "` here", name, at, frame));
    }
    Instance environment = frame.environment();
    Optional<Parameter> parameter = environment.index().parameter(name);
    if (parameter.isEmpty()) {
      return failed("there is no parameter `" + name + "`", name, at, frame);
    }
    Parameter found = parameter.orElseThrow();
    return environment
        .memo(found)
        .get(
            () -> evaluate(found, environment),
            () -> failed("parameter `" + name + "` refers to itself", name, at, frame));
  }

  private static Value evaluate(Parameter parameter, Instance instance) {
    Value value =
        given(instance, parameter.name())
            .map(given -> supplied(parameter, given, instance))
            .orElseGet(() -> absent(parameter, instance));
    Value bounded = instance.run().bounded(value, parameter.name(), parameter.at());
    return parameter.secure() ? Origins.hidden(bounded) : bounded;
  }

  private static Value supplied(Parameter parameter, Given given, Instance instance) {
    Value value = argument(parameter, given.argument().value(), given.frame(), instance);
    if (value instanceof Value.Null && parameter.defaultValue().isPresent()) {
      return absent(parameter, instance);
    }
    if (value instanceof Value.Unknown unknown && Logic.mayBeNull(unknown)) {
      value = orDefault(parameter, unknown, instance);
    }
    return Origins.through(value, given.kind(), parameter.name(), given.argument().at());
  }

  /// Null stands for the default, also where it may turn out to be null only in Azure.
  private static Value orDefault(Parameter parameter, Value.Unknown value, Instance instance) {
    if (parameter.defaultValue().isEmpty()) {
      return value;
    }
    Value otherwise = instance.run().speculate(() -> absent(parameter, instance));
    return Logic.coalesce(List.of(value, otherwise), value.origin().at());
  }

  /// An argument; the name of a secret from a key vault is the parameter it is given for.
  private static Value argument(Parameter parameter, Expr argument, Frame frame, Instance callee) {
    return switch (argument) {
      case Expr.KeyVaultSecret(_, _, _, Location at) ->
          Origins.hidden(opaque(parameter, new Reason.Secret(parameter.name()), callee, at));
      case Expr.Conditional(Expr condition, Expr then, Expr otherwise, Location at) ->
          Logic.choose(
              Expressions.value(condition, frame),
              () -> argument(parameter, then, frame, callee),
              () -> argument(parameter, otherwise, frame, callee),
              frame.run(),
              at);
      case Expr _ -> Expressions.value(argument, frame);
    };
  }

  private static Value absent(Parameter parameter, Instance instance) {
    if (parameter.defaultValue().isPresent()) {
      return byDefault(parameter, parameter.defaultValue().orElseThrow(), instance);
    }
    if (parameter.nullable()) {
      return Terms.nothing(parameter.at());
    }
    if (!instance.setting().root()) {
      String message = "the module gets no value for parameter `" + parameter.name() + "`";
      instance.run().report(Diagnostic.of(Diagnostic.Kind.SEMANTIC, message, place(instance)));
    }
    if (parameter.secure()) {
      return opaque(parameter, new Reason.Secret(parameter.name()), instance, parameter.at());
    }
    Reason reason = new Reason.MissingParameter(parameter.name(), allowed(parameter, instance));
    return opaque(parameter, reason, instance, parameter.at());
  }

  private static Location place(Instance instance) {
    return instance.setting().path().calls().getLast().at();
  }

  private static Value byDefault(Parameter parameter, Expr expr, Instance instance) {
    Chance.Result<Value> result =
        instance
            .run()
            .chance()
            .watch(() -> Expressions.value(expr, Frame.of(instance, Bindings.none())));
    Value value =
        result.chance() && !instance.run().known(result.value())
            ? opaque(parameter, new Reason.NonDeterministic(parameter.name()), instance, expr.at())
            : result.value();
    return Origins.through(value, Origin.Kind.PARAMETER_DEFAULT, parameter.name(), parameter.at());
  }

  /// The only values that it may take, if these are few.
  private static List<Value> allowed(Parameter parameter, Instance instance) {
    List<Value> allowed = new ArrayList<>();
    if (parameter.allowed().isEmpty() && parameter.type() == Parameter.Type.BOOL) {
      Origin origin = Origin.at(parameter.at());
      return List.of(new Value.Bool(false, origin), new Value.Bool(true, origin));
    }
    for (Expr choice : parameter.allowed()) {
      allowed.add(Expressions.value(choice, Frame.of(instance, Bindings.none())));
    }
    return allowed;
  }

  /// A value that has no other name than its parameter's; in a module with the deployment's name.
  private static Value opaque(Parameter parameter, Reason reason, Instance instance, Location at) {
    List<Value> arguments = new ArrayList<>();
    arguments.add(Terms.text(parameter.name(), parameter.at()));
    if (!instance.setting().root()) {
      arguments.add(instance.setting().name());
    }
    return Terms.unknown(new Term.Call("parameters", arguments), reason, at);
  }

  private static Optional<Given> given(Instance instance, String name) {
    return Optional.ofNullable(instance.setting().given().get(name.toLowerCase(Locale.ROOT)));
  }

  private static Value failed(String message, String name, Location at, Frame frame) {
    return frame.run().failed(message, "parameters", List.of(Terms.text(name, at)), at);
  }
}
