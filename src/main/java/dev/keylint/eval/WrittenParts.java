package dev.keylint.eval;

import dev.keylint.template.Expr;
import dev.keylint.template.Expr.Item;
import dev.keylint.template.Expr.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The expressions of the parts of objects and arrays that are written out.
final class WrittenParts {
  private WrittenParts() {}

  /// Those of members, by their names in lower case; the first of each counts.
  static Map<String, Expr> members(Optional<Expr> object) {
    Map<String, Expr> all = new HashMap<>();
    if (object.orElse(null) instanceof Expr.ObjectExpr(List<Member> members, _)) {
      for (Member member : members) {
        if (member instanceof Member.Entry(Expr.StringLiteral(String key, _), Expr value, _)) {
          all.putIfAbsent(key.toLowerCase(Locale.ROOT), value);
        }
      }
    }
    return all;
  }

  /// Those of items in their order; none where others may be put in between.
  static List<Expr> items(Optional<Expr> array) {
    return array.orElse(null) instanceof Expr.ArrayExpr(List<Item> items, _)
            && items.stream().allMatch(Item.Element.class::isInstance)
        ? items.stream().map(it -> ((Item.Element) it).value()).toList()
        : List.of();
  }
}
