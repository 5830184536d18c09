package dev.keylint.bicep;

/// `from 'path'`: a string unless it could not be read.
public record ImportFromClause(Expression path, Extent extent) implements Syntax {}
