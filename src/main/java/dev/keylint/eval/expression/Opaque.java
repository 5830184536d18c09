package dev.keylint.eval.expression;

import dev.keylint.eval.run.FunctionNames;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.AskedParameter;
import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.value.Hiding;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Functions whose value only the deployment has.
public final class Opaque {
  static final Map<String, BuiltIn> FUNCTIONS = functions();

  private Opaque() {}

  private static Map<String, BuiltIn> functions() {
    Map<String, BuiltIn> all = new HashMap<>();
    for (String name :
        List.of(
            "providers",
            "pickZones",
            "toLogicalZone",
            "toLogicalZones",
            "toPhysicalZone",
            "toPhysicalZones",
            "target",
            "invokeResourceMethod",
            "extensions")) {
      all.put(name, (call, frame) -> FunctionCalls.irreducible(call, runtime(call), frame));
    }
    all.put("externalInputs", Opaque::external);
    all.put("externalInput", Opaque::external);
    all.put("readEnvVar", Opaque::external);
    all.put("readCliArg", Opaque::external);
    all.put("readEnvironmentVariable", Opaque::environmentVariable);
    all.put(GivenText.FUNCTION, Opaque::given);
    all.put(GivenText.READ, (call, frame) -> frame.value(call.arguments().getFirst()));
    all.put(AskedParameter.FUNCTION, Opaque::asked);
    all.put("newGuid", Opaque::nonDeterministic);
    all.put("utcNow", Opaque::nonDeterministic);
    all.put("roleDefinitions", Opaque::roleDefinitions);
    return Map.copyOf(all);
  }

  /// The reason of a call that only the running deployment can answer.
  public static Reason runtime(Expr.Call call) {
    return new Reason.RuntimeReference(FunctionNames.canonical(call.function()), "");
  }

  /// Compilers number inputs of one kind.
  private static Value external(Expr.Call call, Frame frame) {
    Reason reason = new Reason.DeploymentContext(name(call).replaceFirst("_[0-9]+$", ""));
    return FunctionCalls.irreducible(call, reason, frame);
  }

  /// What the input is called where it comes from.
  private static String name(Expr.Call call) {
    return !call.arguments().isEmpty()
            && call.arguments().getFirst() instanceof Expr.StringLiteral(String name, _)
        ? name
        : "an input from outside";
  }

  /// The variable of the machine that deploys: its default, if there is one.
  private static Value environmentVariable(Expr.Call call, Frame frame) {
    return call.arguments().size() == 2
        ? frame.value(call.arguments().getLast())
        : external(call, frame);
  }

  /// A value that the user gave for this run alone: it is used, and shown nowhere.
  private static Value given(Expr.Call call, Frame frame) {
    return Origins.hidden(frame.value(call.arguments().getFirst()), Hiding.GIVEN);
  }

  private static Value asked(Expr.Call call, Frame frame) {
    List<Value> choices = frame.values(call.arguments().subList(1, call.arguments().size()));
    Reason reason = new Reason.MissingParameter(name(call), choices);
    Value name = Terms.text(name(call), call.at());
    return Terms.call("parameters", List.of(name), reason, call.at());
  }

  private static Value nonDeterministic(Expr.Call call, Frame frame) {
    String function = FunctionNames.canonical(call.function());
    frame.run().chance().met();
    return FunctionCalls.irreducible(call, new Reason.NonDeterministic(function), frame);
  }

  /// A built-in role by its display name.
  private static Value roleDefinitions(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    Optional<String> guid =
        arguments.size() == 1 && arguments.getFirst() instanceof Value.Str(String name, _)
            ? frame.run().roles().guid(name)
            : Optional.empty();
    if (guid.isEmpty()) {
      return Terms.call("roleDefinitions", arguments, runtime(call), call.at());
    }
    String id = guid.orElseThrow();
    List<Property> members =
        List.of(
            text("id", "/providers/Microsoft.Authorization/roleDefinitions/" + id, call),
            text("roleDefinitionId", id, call));
    return new Value.Obj(Properties.of(members), Origin.at(call.at()));
  }

  private static Property text(String name, String text, Expr.Call call) {
    return new Property(name, call.at(), Terms.text(text, call.at()));
  }
}
