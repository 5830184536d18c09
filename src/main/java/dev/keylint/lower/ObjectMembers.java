package dev.keylint.lower;

import dev.keylint.template.Expr;
import java.util.Optional;

/// Looks into object expressions whose keys are literal.
public final class ObjectMembers {
  private ObjectMembers() {}

  /// The value of a key, ignoring case; empty when it is absent or its key is computed.
  public static Optional<Expr> find(Expr.ObjectExpr object, String name) {
    for (Expr.Member member : object.members()) {
      if (member instanceof Expr.Member.Entry(Expr.StringLiteral(var key, _), var value, _)
          && key.equalsIgnoreCase(name)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
