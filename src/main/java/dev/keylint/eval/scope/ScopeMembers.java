package dev.keylint.eval.scope;

import dev.keylint.eval.expression.ContextIds;
import dev.keylint.eval.run.DeploymentScope;
import dev.keylint.eval.run.KnownMembers;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Surroundings;
import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known of `resourceGroup()`, `deployment()` and the like.
///
/// @param call the call as it stays
/// @param around what it speaks of
record ScopeMembers(Term.Call call, Surroundings around) implements KnownMembers {
  @Override
  public boolean isReference() {
    return false;
  }

  @Override
  public Optional<KnownMembers> below(List<Value> path) {
    return Optional.empty();
  }

  @Override
  public Optional<Value> tryPath(List<Value> keys, Location at, Run run) {
    return Optional.empty();
  }

  @Override
  public Optional<Value> member(Value key, Location at, Run run) {
    return key instanceof Value.Str(String name, _)
        ? Optional.of(
            known(name.toLowerCase(Locale.ROOT), at, run).orElseGet(() -> symbolic(key, at)))
        : Optional.empty();
  }

  private Value symbolic(Value key, Location at) {
    Value base = Terms.unknown(call, new Reason.DeploymentContext(NormalForm.print(call)), at);
    Term term = new Term.Access(base, List.of(key));
    return Terms.unknown(term, new Reason.DeploymentContext(NormalForm.print(term)), at);
  }

  private Optional<Value> known(String property, Location at, Run run) {
    return switch (call.function()) {
      case "resourceGroup" -> ofGroup(property, at, run);
      case "subscription" ->
          property.equals("tenantid")
              ? Optional.of(tenantId(at, run))
              : around
                  .scope()
                  .within()
                  .flatMap(subscription -> ofSubscription(property, subscription));
      case "managementGroup" ->
          around.scope() instanceof DeploymentScope.ManagementGroup group
              ? ofManagementGroup(property, group)
              : Optional.empty();
      case "tenant" ->
          property.equals("tenantid") ? Optional.of(tenantId(at, run)) : Optional.empty();
      case "deployer" ->
          property.equals("tenantid") ? Optional.of(tenantId(at, run)) : Optional.empty();
      case "deployment" -> ofDeployment(property, at, run);
      default -> Optional.empty();
    };
  }

  private Optional<Value> ofDeployment(String property, Location at, Run run) {
    return switch (property) {
      case "name" -> Optional.of(around.name());
      case "location" ->
          around.root() && !(around.scope() instanceof DeploymentScope.ResourceGroup)
              ? run.context().location().map(text -> Terms.text(text, at))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Value> ofGroup(String property, Location at, Run run) {
    if (!(around.scope() instanceof DeploymentScope.ResourceGroup(_, Value name, Value id))) {
      return Optional.empty();
    }
    return switch (property) {
      case "id" -> Optional.of(id);
      case "name" -> Optional.of(name);
      case "location" ->
          ScopeFunctions.unlessRoot(around.scope(), run).isEmpty()
              ? run.context().location().map(text -> Terms.text(text, at))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Value> ofSubscription(
      String property, DeploymentScope.Subscription subscription) {
    return switch (property) {
      case "id" -> Optional.of(subscription.id());
      case "subscriptionid" -> Optional.of(subscription.subscriptionId());
      default -> Optional.empty();
    };
  }

  private static Optional<Value> ofManagementGroup(
      String property, DeploymentScope.ManagementGroup group) {
    return switch (property) {
      case "id" -> Optional.of(group.id());
      case "name" -> Optional.of(group.name());
      default -> Optional.empty();
    };
  }

  private static Value tenantId(Location at, Run run) {
    return run.context()
        .tenantId()
        .<Value>map(text -> Terms.text(text, at))
        .orElseGet(() -> ContextIds.property("tenant", "tenantId", at));
  }
}
