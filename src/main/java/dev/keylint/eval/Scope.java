package dev.keylint.eval;

import dev.keylint.value.Value;

/// What a deployment deploys to, or a resource sits on.
sealed interface Scope {
  /// The id; an empty text for the tenant, so that it can stand before `/providers/…`.
  Value id();

  /// The whole tenant.
  record Tenant(Value id) implements Scope {}

  /// A management group.
  record ManagementGroup(Value name, Value id) implements Scope {}

  /// A subscription.
  record Subscription(Value subscriptionId, Value id) implements Scope {}

  /// A resource group.
  record ResourceGroup(Subscription subscription, Value name, Value id) implements Scope {}

  /// A resource, or an id that tells nothing of its kind, within a deployment of another scope.
  record Extended(Value id, Scope around) implements Scope {}
}
