package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.value.Property;
import java.util.Optional;

/// A call as the body of one resource shows it: where it goes and what it signs in with.
///
/// @param owner the resource that calls; empty when it is not in the estate
/// @param resource where the call is written down
/// @param source what kind of place that is
/// @param evidence the property that says where it goes, with the setting's name if it is one
/// @param audience what the token is asked for; empty when nothing says it
/// @param client what is said about which of the owner's identities signs in
public record CallSite(
    Optional<Resource> owner,
    Resource resource,
    Source source,
    Endpoint endpoint,
    Property evidence,
    Optional<Fact> audience,
    Credential credential,
    ClientIds client) {}
