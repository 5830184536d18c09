package dev.keylint.eval;

import dev.keylint.eval.expression.Bindings;
import dev.keylint.eval.expression.Expressions;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.expression.FunctionCalls;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Surroundings;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an expression of a deployment sees; in the body of a user function the function's arguments
/// in place of the parameters.
///
/// @param arguments of the user function, by parameter name in lower case
record InstanceFrame(Instance instance, Bindings bindings, Optional<Map<String, Value>> arguments)
    implements Frame {

  static InstanceFrame of(Instance instance, Bindings bindings) {
    return new InstanceFrame(instance, bindings, Optional.empty());
  }

  @Override
  public Run run() {
    return instance.run();
  }

  @Override
  public Value value(Expr expr) {
    return Expressions.value(expr, this);
  }

  @Override
  public Value call(Expr.Call call) {
    if (call.namespace().isPresent() && !isBuiltIn(call.namespace().orElseThrow())) {
      return UserFunctions.call(call, this, instance.environment().index(), this::body);
    }
    return BuiltIns.find(call.function())
        .map(function -> function.call(call, this, instance.references()))
        .orElseGet(
            () -> FunctionCalls.pure(call.function(), values(call.arguments()), call.at(), run()));
  }

  private static boolean isBuiltIn(String namespace) {
    return namespace.equalsIgnoreCase("sys") || namespace.equalsIgnoreCase("az");
  }

  private Frame body(Map<String, Value> bound) {
    return new InstanceFrame(instance.environment(), Bindings.none(), Optional.of(bound));
  }

  @Override
  public Value parameter(String name, Location at) {
    return arguments
        .map(given -> argument(given, name, at))
        .orElseGet(() -> instance.environment().parameter(name, at));
  }

  private Value argument(Map<String, Value> given, String name, Location at) {
    Value value = given.get(name.toLowerCase(Locale.ROOT));
    return value != null
        ? value
        : failed("there is no parameter `" + name + "` here", "parameters", name, at);
  }

  @Override
  public Value variable(String name, Location at) {
    return instance.environment().variable(name, at);
  }

  @Override
  public Optional<Value.Obj> variables(Value.Unknown name) {
    return instance.environment().variables(name);
  }

  private Value failed(String message, String function, String name, Location at) {
    return run().failed(message, function, List.of(Terms.text(name, at)), at);
  }

  @Override
  public Value resource(Expr.ResourceRef reference) {
    return instance.references().symbol(reference, this);
  }

  @Override
  public Surroundings surroundings() {
    return instance.environment().setting().surroundings();
  }

  @Override
  public Frame with(String local, Value value) {
    return with(new Bindings.Local(local, value, bindings));
  }

  @Override
  public Frame turn(String loop, boolean main, Value index) {
    return with(new Bindings.Turn(loop, main, index, bindings));
  }

  private Frame with(Bindings longer) {
    return new InstanceFrame(instance, longer, arguments);
  }
}
