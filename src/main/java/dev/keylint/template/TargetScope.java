package dev.keylint.template;

/// The level that a template deploys to.
public enum TargetScope {
  RESOURCE_GROUP,
  SUBSCRIPTION,
  MANAGEMENT_GROUP,
  TENANT
}
