package dev.keylint.template;

import dev.keylint.text.Location;
import java.util.Optional;

/// An output of a template; with a loop its value is `ForExpr`.
///
/// @param nullable whether its value may be null
public record Output(
    String name,
    Parameter.Type type,
    boolean nullable,
    Expr value,
    Optional<Expr> condition,
    boolean secure,
    Location at) {}
