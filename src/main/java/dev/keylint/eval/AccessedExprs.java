package dev.keylint.eval;

import dev.keylint.template.Expr;
import dev.keylint.template.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds what an access may come to, in what is written: of a key that is no literal, each member.
///
/// @param variable the variables that the expression sees
/// @param found what is done with each part
record AccessedExprs(Function<String, Optional<Variable>> variable, Consumer<Expr> found) {
  /// Variables may refer to each other in a circle.
  private static final int DEEPEST = 32;

  /// @param keys those that are still to be followed, nearest first
  void look(Expr base, List<Expr> keys) {
    look(base, keys, 0);
  }

  private void look(Expr base, List<Expr> keys, int depth) {
    if (keys.isEmpty() || depth > DEEPEST) {
      if (keys.isEmpty()) {
        found.accept(base);
      }
      return;
    }
    List<Expr> rest = keys.subList(1, keys.size());
    switch (base) {
      case Expr.ObjectExpr(List<Expr.Member> members, _) ->
          members.forEach(it -> member(it, keys, rest, depth + 1));
      case Expr.ArrayExpr(List<Expr.Item> items, _) -> {
        for (Expr.Item item : items) {
          switch (item) {
            case Expr.Item.Element(Expr value) -> look(value, rest, depth + 1);
            case Expr.Item.Spread(Expr array, _) -> look(array, keys, depth + 1);
          }
        }
      }
      case Expr.Conditional(_, Expr then, Expr otherwise, _) -> {
        look(then, keys, depth + 1);
        look(otherwise, keys, depth + 1);
      }
      case Expr.Access(Expr inner, Expr key, _, _, _) ->
          look(inner, Stream.concat(Stream.of(key), keys.stream()).toList(), depth + 1);
      case Expr.VariableRef(String name, _) ->
          variable.apply(name).ifPresent(it -> look(it.value(), keys, depth + 1));
      case Expr _ -> {}
    }
  }

  private void member(Expr.Member member, List<Expr> keys, List<Expr> rest, int depth) {
    switch (member) {
      case Expr.Member.Entry(Expr key, Expr value, _) -> {
        boolean other =
            key instanceof Expr.StringLiteral(String name, _)
                && keys.getFirst() instanceof Expr.StringLiteral(String wanted, _)
                && !name.equalsIgnoreCase(wanted);
        if (!other) {
          look(value, rest, depth);
        }
      }
      case Expr.Member.Spread(Expr object, _) -> look(object, keys, depth);
      case Expr.Member.Unread _ -> {}
    }
  }
}
