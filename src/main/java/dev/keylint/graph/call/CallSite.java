package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.value.Property;
import java.util.Optional;

/// A call as the body of one resource shows it: where it goes and what it signs in with.
///
/// @param kind what shows it
/// @param purpose what it is for
/// @param owner the resource that calls; empty when it is not in the estate
/// @param resource where the call is written down
/// @param evidence the property that says where it goes
/// @param audience what the token is asked for; empty when nothing says it
/// @param client what is said about which of the owner's identities signs in
public record CallSite(
    CallKind kind,
    Purpose purpose,
    Optional<Resource> owner,
    Resource resource,
    Endpoint endpoint,
    Property evidence,
    Optional<Fact> audience,
    Credential credential,
    ClientIds client) {}
