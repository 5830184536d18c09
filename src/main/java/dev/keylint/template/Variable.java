package dev.keylint.template;

import dev.keylint.text.Location;

/// A variable of a template.
public record Variable(String name, Expr value, Location at) {}
