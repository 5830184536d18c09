package dev.keylint.bicep;

/// `...value`: the members of another object or array in this place.
public record Spread(Expression value, Extent extent) implements ObjectMember, ArrayMember {}
