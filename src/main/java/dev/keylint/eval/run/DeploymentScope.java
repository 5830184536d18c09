package dev.keylint.eval.run;

import dev.keylint.value.Value;
import java.util.Optional;

/// What a deployment deploys to, or a resource sits on.
public sealed interface DeploymentScope {
  /// The id; an empty text for the tenant, so that it can stand before `/providers/…`.
  Value id();

  /// The subscription that it is or lies in.
  default Optional<Subscription> within() {
    return switch (this) {
      case Subscription subscription -> Optional.of(subscription);
      case ResourceGroup(Subscription subscription, _, _) -> Optional.of(subscription);
      case Extended(_, DeploymentScope around) -> around.within();
      case Tenant _, ManagementGroup _ -> Optional.empty();
    };
  }

  /// The whole tenant.
  record Tenant(Value id) implements DeploymentScope {}

  /// A management group.
  record ManagementGroup(Value name, Value id) implements DeploymentScope {}

  /// A subscription.
  record Subscription(Value subscriptionId, Value id) implements DeploymentScope {}

  /// A resource group.
  record ResourceGroup(Subscription subscription, Value name, Value id)
      implements DeploymentScope {}

  /// A resource, or an id that tells nothing of its kind, within a deployment of another scope.
  record Extended(Value id, DeploymentScope around) implements DeploymentScope {}
}
