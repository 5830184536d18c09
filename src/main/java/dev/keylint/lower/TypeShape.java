package dev.keylint.lower;

import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import java.util.List;

/// What a value of a type is like.
///
/// @param doubtful whether the type leads through too many others to tell all of this
/// @param allowed the only values, for a union of literals; empty when any
public record TypeShape(
    Parameter.Type type, boolean nullable, boolean secure, boolean doubtful, List<Expr> allowed) {
  /// Of which nothing is known.
  public static final TypeShape ANY = of(Parameter.Type.ANY);

  public TypeShape {
    allowed = List.copyOf(allowed);
  }

  /// Any value of a type.
  public static TypeShape of(Parameter.Type type) {
    return new TypeShape(type, false, false, false, List.of());
  }

  /// The same, which may or may not be null.
  public TypeShape nullable(boolean value) {
    return new TypeShape(type, value, secure, doubtful, allowed);
  }

  /// The same, of which more is told or not.
  public TypeShape doubtful(boolean value) {
    return new TypeShape(type, nullable, secure, value, allowed);
  }

  /// The same, which is or is not a secret.
  public TypeShape secure(boolean value) {
    return new TypeShape(type, nullable, value, doubtful, allowed);
  }
}
