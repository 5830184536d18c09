package dev.keylint.plan;

import dev.keylint.template.Expr;
import dev.keylint.template.Expr.Item;
import dev.keylint.template.Expr.Member;
import dev.keylint.template.Variable;
import java.util.List;
import java.util.Optional;

/// What variables and their members stand for, as far as that can be read off.
final class Definitions {
  /// Longer chains of variables are not followed; one that refers to itself has no end.
  private static final int LONGEST = 20;

  private static final int MOST = 1_000;

  private Definitions() {}

  /// The expression with variables replaced by their values and members of literals taken.
  static Expr resolve(Expr expr, List<Variable> variables) {
    return resolve(expr, variables, new Looks(MOST));
  }

  /// The same; what takes more looks stays as it is.
  static Expr resolve(Expr expr, List<Variable> variables, Looks looks) {
    return resolve(expr, variables, looks, 0);
  }

  private static Expr resolve(Expr expr, List<Variable> variables, Looks looks, int depth) {
    if (!looks.next()) {
      return expr;
    }
    return switch (expr) {
      case Expr.VariableRef(var name, _) when depth < LONGEST ->
          variables.stream()
              .filter(it -> it.name().equalsIgnoreCase(name))
              .findFirst()
              .map(it -> resolve(it.value(), variables, looks, depth + 1))
              .orElse(expr);
      case Expr.Access(var base, var key, var safe, var fromEnd, var at) when depth < LONGEST -> {
        Expr whole = resolve(base, variables, looks, depth + 1);
        Expr known = resolve(key, variables, looks, depth + 1);
        yield member(whole, known, fromEnd)
            .map(it -> resolve(it, variables, looks, depth + 1))
            .orElseGet(() -> new Expr.Access(whole, known, safe, fromEnd, at));
      }
      case Expr _ -> expr;
    };
  }

  private static Optional<Expr> member(Expr whole, Expr key, boolean fromEnd) {
    return switch (whole) {
      case Expr.ObjectExpr(List<Member> members, _) when key instanceof Expr.StringLiteral name ->
          member(members, name.value());
      case Expr.ArrayExpr(List<Item> items, _)
          when key instanceof Expr.IntLiteral(long index, _)
              && !fromEnd
              && index >= 0
              && index < items.size()
              && items.stream().allMatch(Item.Element.class::isInstance) ->
          items.get((int) index) instanceof Item.Element(Expr value)
              ? Optional.of(value)
              : Optional.empty();
      case Expr _ -> Optional.empty();
    };
  }

  /// The last one counts; behind it nothing may hide another.
  private static Optional<Expr> member(List<Member> members, String name) {
    for (Member member : members.reversed()) {
      switch (member) {
        case Member.Entry(Expr.StringLiteral(var key, _), Expr value, _) -> {
          if (key.equalsIgnoreCase(name)) {
            return Optional.of(value);
          }
        }
        case Member.Entry _, Member.Spread _, Member.Unread _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
