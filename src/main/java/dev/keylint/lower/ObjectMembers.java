package dev.keylint.lower;

import dev.keylint.template.Expr;
import java.util.List;
import java.util.Optional;

/// Looks into object expressions whose keys are literal, and into arrays.
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

  /// What an array writes out; of a spread its array, of any other value the value itself.
  public static List<Expr> items(Expr list) {
    return list instanceof Expr.ArrayExpr(var items, _)
        ? items.stream()
            .map(item ->
                switch (item) {
                  case Expr.Item.Element(var value) -> value;
                  case Expr.Item.Spread(var array, _) -> array;
                })
            .toList()
        : List.of(list);
  }
}
