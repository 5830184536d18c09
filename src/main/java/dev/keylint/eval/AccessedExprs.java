package dev.keylint.eval;

import dev.keylint.template.Expr;
import dev.keylint.template.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds what accesses may come to, in what is written: of a key that is no literal, each member.
final class AccessedExprs {
  /// Variables may refer to each other in a circle.
  private static final int DEEPEST = 32;

  /// Variables that join others several times have parts without end.
  private static final int MOST = 100_000;

  private int looks;

  /// @param variable the variables that the expression sees
  /// @param found what is done with each part
  /// @param whole what is done with what is not followed any further: the part is somewhere in it
  record Way(
      Function<String, Optional<Variable>> variable, Consumer<Expr> found, Consumer<Expr> whole) {}

  /// @param keys those that are still to be followed, nearest first
  void look(Expr base, List<Expr> keys, Way way) {
    look(base, keys, way, 0);
  }

  private void look(Expr base, List<Expr> keys, Way way, int depth) {
    if (keys.isEmpty()) {
      way.found.accept(base);
      return;
    }
    if (depth > DEEPEST || ++looks > MOST) {
      way.whole.accept(base);
      return;
    }
    List<Expr> rest = keys.subList(1, keys.size());
    switch (base) {
      case Expr.ObjectExpr(List<Expr.Member> members, _) ->
          members.forEach(it -> member(it, keys, rest, way, depth + 1));
      case Expr.ArrayExpr(List<Expr.Item> items, _) -> {
        for (Expr.Item item : items) {
          switch (item) {
            case Expr.Item.Element(Expr value) -> look(value, rest, way, depth + 1);
            case Expr.Item.Spread(Expr array, _) -> look(array, keys, way, depth + 1);
          }
        }
      }
      case Expr.Conditional(_, Expr then, Expr otherwise, _) -> {
        look(then, keys, way, depth + 1);
        look(otherwise, keys, way, depth + 1);
      }
      case Expr.Access(Expr inner, Expr key, _, _, _) ->
          look(inner, Stream.concat(Stream.of(key), keys.stream()).toList(), way, depth + 1);
      case Expr.VariableRef(String name, _) ->
          way.variable.apply(name).ifPresent(it -> look(it.value(), keys, way, depth + 1));
      case Expr _ -> {}
    }
  }

  private void member(Expr.Member member, List<Expr> keys, List<Expr> rest, Way way, int depth) {
    switch (member) {
      case Expr.Member.Entry(Expr key, Expr value, _) -> {
        boolean other =
            key instanceof Expr.StringLiteral(String name, _)
                && keys.getFirst() instanceof Expr.StringLiteral(String wanted, _)
                && !name.equalsIgnoreCase(wanted);
        if (!other) {
          look(value, rest, way, depth);
        }
      }
      case Expr.Member.Spread(Expr object, _) -> look(object, keys, way, depth);
      case Expr.Member.Unread _ -> {}
    }
  }
}
