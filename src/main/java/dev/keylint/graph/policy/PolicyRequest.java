package dev.keylint.graph.policy;

import dev.keylint.resource.Resource;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// A request that API Management sends with a token of its managed identity, or with a key.
///
/// @param service the service that sends it; empty when it is not in the estate
/// @param policy the policy, fragment or backend that says so
/// @param urls where the token goes; of several, the request picks one when it comes. Invariant:
///   not empty
/// @param audience what the token is asked for; empty when nothing says it
/// @param credential what asks for the token, or holds the key
/// @param byKey whether it is a key
/// @param clientId which of the service's identities is asked for; empty when nothing says it
/// @param unread why it can't be told whether there is such a request at all; mostly empty
public record PolicyRequest(
    Optional<Resource> service,
    Resource policy,
    List<Property> urls,
    Optional<Property> audience,
    Property credential,
    boolean byKey,
    Optional<Property> clientId,
    Optional<Value.Unknown> unread) {
  public PolicyRequest {
    urls = List.copyOf(urls);
  }

  /// Whether nothing at all was read of it: neither where it goes nor what it asks for.
  public boolean isUnread() {
    return unread.isPresent()
        && audience.map(Property::value).equals(unread.map(Value.class::cast));
  }
}
