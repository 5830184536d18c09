package dev.keylint.bicep;

/// `with { … }` of an extension: its configuration, an object unless it could not be read.
public record ExtensionWithClause(Expression configuration, Extent extent) implements Syntax {}
