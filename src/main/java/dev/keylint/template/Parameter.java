package dev.keylint.template;

import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;

/// A parameter of a template.
///
/// @param nullable whether null counts as a value when none is given
/// @param secure whether its value is never printed
/// @param allowed the only values it may take; empty when any
/// @param parts which parts of an object or array are secrets
public record Parameter(
    String name,
    Type type,
    Optional<Expr> defaultValue,
    boolean nullable,
    boolean secure,
    List<Expr> allowed,
    Secrecy parts,
    Location at) {
  public Parameter {
    allowed = List.copyOf(allowed);
  }

  /// A parameter whose type says nothing of parts.
  public Parameter(
      String name,
      Type type,
      Optional<Expr> defaultValue,
      boolean nullable,
      boolean secure,
      List<Expr> allowed,
      Location at) {
    this(name, type, defaultValue, nullable, secure, allowed, Secrecy.NONE, at);
  }

  /// Whether it has few values only, each of which is known.
  public boolean isChoice() {
    return type == Type.BOOL || !allowed.isEmpty();
  }

  /// The shape that a value must have, as far as evaluation needs it.
  public enum Type {
    STRING,
    INT,
    BOOL,
    OBJECT,
    ARRAY,
    ANY
  }
}
