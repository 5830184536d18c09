package dev.keylint.graph;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.resource.RuntimeProperty;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;

/// The federated credentials of identities.
final class Federation {
  private static final String CREDENTIALS =
      "microsoft.managedidentity/userassignedidentities/federatedidentitycredentials";

  private Federation() {}

  /// Those that are declared for an identity.
  static List<Resource> credentialsOf(Identity identity, ResourceIndex index) {
    return index.children(CREDENTIALS, identity.key()).stream()
        .filter(it -> !it.existing())
        .toList();
  }

  /// The issuers of those of an identity, but for clusters that the template has say theirs.
  static List<Value> issuersOf(Identity identity, ResourceIndex index) {
    return credentialsOf(identity, index).stream()
        .flatMap(it -> Bodies.at(it, "properties", "issuer").stream())
        .map(Property::value)
        .filter(it -> !isOfCluster(it))
        .toList();
  }

  /// `cluster.properties.oidcIssuerProfile.issuerURL`: no pipeline's, though only Azure knows it.
  private static boolean isOfCluster(Value issuer) {
    List<RuntimeProperty> all = RuntimeProperty.all(issuer);
    return !all.isEmpty()
        && all.stream().allMatch(it -> it.member().filter("issuerurl"::equals).isPresent());
  }
}
