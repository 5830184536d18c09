package dev.keylint.lower;

import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import java.util.Optional;

/// Takes the value out of what a deployment gives a parameter: `{"value": ..}`, or a `reference` to
/// a secret of a key vault.
///
/// @param unsupported reports a construct that is not understood
public record ParameterValue(Unsupported unsupported) {
  /// Reports a construct that is not understood, and gives the expression that stands for it.
  public interface Unsupported {
    /// The expression that stands for a construct, once it has been reported.
    Expr of(String construct, Location at);
  }

  /// The value in an expression that makes `{"value": ..}` or `{"reference": ..}`.
  public Expr unwrapped(Expr given) {
    return switch (given) {
      case Expr.Conditional(var condition, var then, var otherwise, var at) ->
          new Expr.Conditional(condition, unwrapped(then), unwrapped(otherwise), at);
      case Expr.ObjectExpr object -> made(object);
      case Expr.Unsupported unread -> unread;
      case Expr other -> {
        Expr key = new Expr.StringLiteral("value", other.at());
        yield new Expr.Access(other, key, false, false, other.at());
      }
    };
  }

  private Expr made(Expr.ObjectExpr object) {
    return ObjectMembers.find(object, "value")
        .or(() ->
            ObjectMembers.find(object, "reference")
                .filter(Expr.ObjectExpr.class::isInstance)
                .map(reference -> secret((Expr.ObjectExpr) reference)))
        .orElseGet(() -> unsupported.of("a parameter without `value`", object.at()));
  }

  /// A secret of a key vault by its `keyVault.id`, `secretName` and `secretVersion`.
  public Expr secret(Expr.ObjectExpr reference) {
    Optional<Expr> vault =
        ObjectMembers.find(reference, "keyVault")
            .filter(Expr.ObjectExpr.class::isInstance)
            .flatMap(found -> ObjectMembers.find((Expr.ObjectExpr) found, "id"));
    Optional<Expr> name = ObjectMembers.find(reference, "secretName");
    if (vault.isEmpty() || name.isEmpty()) {
      return unsupported.of("a reference to no key vault secret", reference.at());
    }
    return new Expr.KeyVaultSecret(
        vault.orElseThrow(),
        name.orElseThrow(),
        ObjectMembers.find(reference, "secretVersion"),
        reference.at());
  }
}
