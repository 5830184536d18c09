package dev.keylint.eval.scope;

import dev.keylint.eval.expression.BuiltIn;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.function.Environments;
import dev.keylint.eval.run.DeploymentScope;
import dev.keylint.eval.run.FunctionNames;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Surroundings;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What surrounds a deployment: `resourceGroup()`, `subscription()`, `deployment()` and the like.
///
/// Each call stays as it is; its members are known as far as the scope and the context are. What is
/// not the root's own carries the id of its scope: `resourceGroup('/subscriptions/…')`.
public final class ScopeFunctions {
  /// The functions by name as Azure writes it.
  public static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          "resourceGroup", ScopeFunctions::call,
          "subscription", ScopeFunctions::call,
          "managementGroup", ScopeFunctions::call,
          "tenant", ScopeFunctions::call,
          "deployment", ScopeFunctions::call,
          "deployer", ScopeFunctions::call,
          "environment", ScopeFunctions::environment);

  private ScopeFunctions() {}

  private static Value call(Expr.Call call, Frame frame) {
    Surroundings around = frame.surroundings();
    Surroundings named =
        call.arguments().isEmpty() ? around : around.at(Scopes.of(call, around.scope(), frame));
    return surroundings(call.function(), named, call.at(), frame.run());
  }

  private static Value surroundings(String name, Surroundings around, Location at, Run run) {
    String function = FunctionNames.canonical(name);
    List<Value> arguments =
        switch (function) {
          case "resourceGroup" ->
              around.scope() instanceof DeploymentScope.ResourceGroup group
                  ? unlessRoot(group, run)
                  : List.of();
          case "subscription" ->
              around.scope().within().map(s -> unlessRoot(s, run)).orElse(List.of());
          case "managementGroup" ->
              around.scope() instanceof DeploymentScope.ManagementGroup group
                  ? unlessRoot(group, run)
                  : List.of();
          case "deployment" -> around.root() ? List.of() : List.of(around.name());
          default -> List.of();
        };
    run.visit(arguments, 1);
    Term.Call term = new Term.Call(function, arguments);
    run.register(term, new ScopeMembers(term, around));
    return Terms.unknown(term, new Reason.DeploymentContext(NormalForm.print(term)), at);
  }

  /// The id of a scope, unless it is the root's own or around it.
  static List<Value> unlessRoot(DeploymentScope scope, Run run) {
    boolean root =
        run.rootScopes().stream().anyMatch(own -> run.same(own.id(), scope.id()) == Truth.TRUE);
    return root ? List.of() : List.of(scope.id());
  }

  private static Value environment(Expr.Call call, Frame frame) {
    Optional<String> cloud = frame.run().context().cloud();
    if (cloud.filter("AzureCloud"::equalsIgnoreCase).isPresent()) {
      return Environments.publicCloud(call.at());
    }
    return surroundings("environment", frame.surroundings(), call.at(), frame.run());
  }
}
