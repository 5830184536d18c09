package dev.keylint.rule;

/// A named expression, read as `variables.<name>` by those that come after it.
public record Variable(String name, Formula formula) {}
