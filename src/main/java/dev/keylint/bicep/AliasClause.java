package dev.keylint.bicep;

/// `as name`.
public record AliasClause(Identifier name, Extent extent) implements Syntax {}
