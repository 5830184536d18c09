package dev.keylint.bicep;

/// `with { … }` of a parameter file's `using`: how to deploy, an object unless it could not be
/// read.
public record UsingWithClause(Expression configuration, Extent extent) implements Syntax {}
