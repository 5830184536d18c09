package dev.keylint.fix;

import dev.keylint.text.Span;

/// A role assignment that is to be written.
///
/// @param identity the declaration of the resource that the identity is, or is of
/// @param principal what of it is the object id, such as `identity.principalId`
/// @param scope the declaration of the service
/// @param role the GUID of the role
/// @param roleName what people call it
record Assignment(Span identity, String principal, Span scope, String role, String roleName) {}
