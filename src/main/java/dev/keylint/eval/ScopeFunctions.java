package dev.keylint.eval;

import dev.keylint.eval.function.Environments;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What surrounds a deployment: `resourceGroup()`, `subscription()`, `deployment()` and the like.
///
/// Each call stays as it is; its members are known as far as the scope and the context are. What is
/// not the root's own carries the id of its scope: `resourceGroup('/subscriptions/…')`.
final class ScopeFunctions {
  static final Map<String, BuiltIns.BuiltIn> FUNCTIONS =
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
    Instance instance = frame.environment();
    Scope scope =
        call.arguments().isEmpty() ? instance.scope() : Scopes.of(call, instance.scope(), frame);
    return surroundings(call.function(), new Surroundings(scope, instance), call.at());
  }

  /// What a call of a scope function speaks of.
  record Surroundings(Scope scope, Instance instance) {}

  private static Value surroundings(String name, Surroundings around, Location at) {
    String function = FunctionNames.canonical(name);
    Run run = around.instance.run();
    List<Value> arguments =
        switch (function) {
          case "resourceGroup" ->
              around.scope instanceof Scope.ResourceGroup group
                  ? unlessRoot(group, run)
                  : List.of();
          case "subscription" ->
              Scopes.subscription(around.scope).map(s -> unlessRoot(s, run)).orElse(List.of());
          case "managementGroup" ->
              around.scope instanceof Scope.ManagementGroup group
                  ? unlessRoot(group, run)
                  : List.of();
          case "deployment" ->
              around.instance.setting().root()
                  ? List.of()
                  : List.of(around.instance.setting().name());
          default -> List.of();
        };
    run.visit(arguments, 1);
    Term term = new Term.Call(function, arguments);
    run.registerSurroundings(term, around);
    return Terms.unknown(term, new Reason.DeploymentContext(NormalForm.print(term)), at);
  }

  /// The id of a scope, unless it is the root's own or around it.
  private static List<Value> unlessRoot(Scope scope, Run run) {
    boolean root =
        run.rootScopes().stream().anyMatch(own -> run.same(own.id(), scope.id()) == Truth.TRUE);
    return root ? List.of() : List.of(scope.id());
  }

  /// A member of what such a call gives; empty when the value is none.
  static Optional<Value> member(Value.Unknown base, Value key, Location at, Run run) {
    if (!(base.term() instanceof Term.Call(String function, _))
        || !(key instanceof Value.Str(String name, _))) {
      return Optional.empty();
    }
    return run.surroundings(base.term())
        .map(around ->
            known(function, name.toLowerCase(Locale.ROOT), around, at)
                .orElseGet(() -> symbolic(base, key, at)));
  }

  private static Value symbolic(Value base, Value key, Location at) {
    Term term = new Term.Access(base, List.of(key));
    return Terms.unknown(term, new Reason.DeploymentContext(NormalForm.print(term)), at);
  }

  private static Optional<Value> known(
      String function, String property, Surroundings around, Location at) {
    return switch (function) {
      case "resourceGroup" -> ofGroup(property, around, at);
      case "subscription" ->
          property.equals("tenantid")
              ? Optional.of(tenantId(around, at))
              : Scopes.subscription(around.scope)
                  .flatMap(subscription -> ofSubscription(property, subscription));
      case "managementGroup" ->
          around.scope instanceof Scope.ManagementGroup group
              ? ofManagementGroup(property, group)
              : Optional.empty();
      case "tenant" ->
          property.equals("tenantid") ? Optional.of(tenantId(around, at)) : Optional.empty();
      case "deployer" ->
          property.equals("tenantid") ? Optional.of(tenantId(around, at)) : Optional.empty();
      case "deployment" -> ofDeployment(property, around.instance, at);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> ofDeployment(String property, Instance instance, Location at) {
    Instance.Setting setting = instance.setting();
    return switch (property) {
      case "name" -> Optional.of(setting.name());
      case "location" ->
          setting.root() && !(setting.scope() instanceof Scope.ResourceGroup)
              ? instance.run().context().location().map(text -> Terms.text(text, at))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Value> ofGroup(String property, Surroundings around, Location at) {
    if (!(around.scope instanceof Scope.ResourceGroup(_, Value name, Value id))) {
      return Optional.empty();
    }
    Run run = around.instance.run();
    return switch (property) {
      case "id" -> Optional.of(id);
      case "name" -> Optional.of(name);
      case "location" ->
          unlessRoot(around.scope, run).isEmpty()
              ? run.context().location().map(text -> Terms.text(text, at))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Value> ofSubscription(String property, Scope.Subscription subscription) {
    return switch (property) {
      case "id" -> Optional.of(subscription.id());
      case "subscriptionid" -> Optional.of(subscription.subscriptionId());
      default -> Optional.empty();
    };
  }

  private static Optional<Value> ofManagementGroup(String property, Scope.ManagementGroup group) {
    return switch (property) {
      case "id" -> Optional.of(group.id());
      case "name" -> Optional.of(group.name());
      default -> Optional.empty();
    };
  }

  private static Value tenantId(Surroundings around, Location at) {
    return around
        .instance
        .run()
        .context()
        .tenantId()
        .<Value>map(text -> Terms.text(text, at))
        .orElseGet(() -> ContextIds.property("tenant", "tenantId", at));
  }

  private static Value environment(Expr.Call call, Frame frame) {
    Optional<String> cloud = frame.run().context().cloud();
    if (cloud.filter("AzureCloud"::equalsIgnoreCase).isPresent()) {
      return Environments.publicCloud(call.at());
    }
    Instance instance = frame.environment();
    return surroundings("environment", new Surroundings(instance.scope(), instance), call.at());
  }
}
