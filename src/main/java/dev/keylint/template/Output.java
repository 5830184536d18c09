package dev.keylint.template;

import dev.keylint.text.Location;
import java.util.Optional;

/// An output of a template; with a loop its value is `ForExpr`.
public record Output(
    String name, Expr value, Optional<Expr> condition, boolean secure, Location at) {}
