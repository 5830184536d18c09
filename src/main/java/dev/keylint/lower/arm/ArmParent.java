package dev.keylint.lower.arm;

import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.text.Location;
import java.util.Optional;

/// What a child in `resources: []` takes from the resource around it.
record ArmParent(
    String symbol,
    String type,
    Expr fullName,
    String apiVersion,
    Optional<Loop> loop,
    Optional<Expr> scope) {

  /// The parent as the child sees it: of a loop the instance with the child's own index.
  Expr.ResourceRef reference(Location at) {
    Optional<Expr> index =
        loop.map(around -> new Expr.LoopIndex(Optional.of(around.name()), Optional.empty(), at));
    return new Expr.ResourceRef(symbol, index, at);
  }
}
