package dev.keylint.plan;

import dev.keylint.template.Expr;
import dev.keylint.template.Expr.Item;
import dev.keylint.template.Expr.Member;
import dev.keylint.template.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Values with one part replaced by another.
final class Edits {
  private Edits() {}

  /// A value of which all is known as before but one part.
  ///
  /// @param value the whole; empty when nothing is known of it
  /// @param variables what it may refer to
  static Expr with(
      Optional<Expr> value, List<Expr> keys, Expr replacement, List<Variable> variables) {
    if (keys.isEmpty()) {
      return replacement;
    }
    Expr key = keys.getFirst();
    List<Expr> rest = keys.subList(1, keys.size());
    Optional<Expr> whole = value.map(it -> Definitions.resolve(it, variables));
    return key instanceof Expr.IntLiteral(long index, _)
        ? item(whole, index, rest, replacement, variables)
        : member(whole, key, rest, replacement, variables);
  }

  private static Expr member(
      Optional<Expr> whole, Expr key, List<Expr> rest, Expr replacement, List<Variable> variables) {
    Member before =
        whole
            .<Member>map(it -> new Member.Spread(it, it.at()))
            .orElseGet(() -> new Member.Unread(unknown(replacement), key.at()));
    Optional<Expr> inner = whole.map(it -> new Expr.Access(it, key, true, false, key.at()));
    Expr changed = with(inner, rest, replacement, variables);
    return new Expr.ObjectExpr(
        List.of(before, new Member.Entry(key, changed, changed.at())), key.at());
  }

  private static Expr item(
      Optional<Expr> whole,
      long index,
      List<Expr> rest,
      Expr replacement,
      List<Variable> variables) {
    if (whole.isPresent()
        && whole.orElseThrow() instanceof Expr.ArrayExpr(List<Item> items, var at)
        && index >= 0
        && index < items.size()
        && items.stream().allMatch(Item.Element.class::isInstance)
        && items.get((int) index) instanceof Item.Element(Expr item)) {
      List<Item> changed = new ArrayList<>(items);
      changed.set(
          (int) index, new Item.Element(with(Optional.of(item), rest, replacement, variables)));
      return new Expr.ArrayExpr(changed, at);
    }
    return unknown(replacement);
  }

  /// What stands for a value that nobody can know.
  static Expr unknown(Expr instead) {
    return new Expr.Unsupported("what keeps it out", instead.at());
  }
}
