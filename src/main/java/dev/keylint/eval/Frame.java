package dev.keylint.eval;

import dev.keylint.value.Value;
import java.util.Map;
import java.util.Optional;

/// What an expression sees: the deployment it stands in, the variables bound around it and, in the
/// body of a user function, the function's arguments only.
record Frame(
    Instance instance, Bindings bindings, Map<String, Value> arguments, boolean inFunction) {

  static Frame of(Instance instance, Bindings bindings) {
    return new Frame(instance, bindings, Map.of(), false);
  }

  /// The body of a user function; arguments by parameter name in lower case.
  static Frame function(Instance instance, Map<String, Value> arguments) {
    return new Frame(instance, Bindings.none(), arguments, true);
  }

  Frame with(String local, Value value) {
    return with(new Bindings.Local(local, value, bindings));
  }

  Frame turn(String loop, boolean main, Value index) {
    return with(new Bindings.Turn(loop, main, index, bindings));
  }

  private Frame with(Bindings longer) {
    return new Frame(instance, longer, arguments, inFunction);
  }

  Frame in(Instance other) {
    return new Frame(other, bindings, arguments, inFunction);
  }

  Run run() {
    return instance.run();
  }

  /// The deployment whose parameters, variables and scope functions count here.
  Instance environment() {
    return instance.environment();
  }

  Optional<Value> argument(String lowerCaseName) {
    return Optional.ofNullable(arguments.get(lowerCaseName));
  }
}
