package dev.keylint.graph.policy;

import dev.keylint.resource.Resource;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.Optional;

/// A request that API Management sends with a token of its managed identity.
///
/// @param service the service that sends it; empty when it is not in the estate
/// @param policy the policy, fragment or backend that says so
/// @param url where the token goes; unknown when only a request decides it
/// @param audience what the token is asked for; empty when nothing says it
/// @param credential what asks for the token
/// @param clientId which of the service's identities is asked for; empty when nothing says it
/// @param unread why it can't be told whether there is such a request at all; mostly empty
public record PolicyRequest(
    Optional<Resource> service,
    Resource policy,
    Property url,
    Optional<Property> audience,
    Property credential,
    Optional<Property> clientId,
    Optional<Value.Unknown> unread) {}
