package dev.keylint.bicep;

/// `= value` of a parameter; the value alone, skipped, where something else stands there.
public record ParameterDefault(Expression value, Extent extent) implements Syntax {}
