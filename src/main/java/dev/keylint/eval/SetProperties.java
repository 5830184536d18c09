package dev.keylint.eval;

import dev.keylint.eval.expression.Accesses;
import dev.keylint.eval.expression.Frame;
import dev.keylint.template.Expr;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Properties that a declared body sets; only what is asked for is evaluated.
final class SetProperties {
  private SetProperties() {}

  /// The value that stands at the path, unless Azure may add to it: an object has members that only
  /// the deployed resource shows.
  static Optional<Value> find(Expr body, List<Value> path, Frame frame) {
    if (path.size() == 1
        && path.getFirst() instanceof Value.Str(String name, _)
        && name.equalsIgnoreCase("properties")) {
      return Optional.empty();
    }
    Expr here = body;
    int depth = 0;
    while (depth < path.size() && here instanceof Expr.ObjectExpr object && isPlain(object)) {
      if (!(path.get(depth) instanceof Value.Str(String name, _))) {
        return Optional.empty();
      }
      Optional<Expr> member = member(object, name);
      if (member.isEmpty()) {
        return Optional.empty();
      }
      here = member.orElseThrow();
      depth++;
    }
    if (depth == 0 || (depth == path.size() && here instanceof Expr.ObjectExpr)) {
      return Optional.empty();
    }
    return in(frame.value(here), path.subList(depth, path.size())).filter(SetProperties::complete);
  }

  private static boolean isPlain(Expr.ObjectExpr object) {
    return object.members().stream()
        .allMatch(member ->
            member instanceof Expr.Member.Entry(Expr key, _, _)
                && key instanceof Expr.StringLiteral);
  }

  private static Optional<Expr> member(Expr.ObjectExpr object, String name) {
    Optional<Expr> found = Optional.empty();
    for (Expr.Member member : object.members()) {
      if (member instanceof Expr.Member.Entry(Expr.StringLiteral(String key, _), Expr value, _)
          && key.equalsIgnoreCase(name)) {
        found = Optional.of(value);
      }
    }
    return found;
  }

  private static Optional<Value> in(Value value, List<Value> path) {
    Value here = value;
    for (Value key : path) {
      Optional<Value> member = Accesses.find(here, key);
      if (member.isEmpty()) {
        return Optional.empty();
      }
      here = member.orElseThrow();
    }
    return Optional.of(here);
  }

  private static boolean complete(Value value) {
    return switch (value) {
      case Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Unknown _ -> true;
      case Value.Arr(List<Value> items, _) -> items.stream().allMatch(SetProperties::complete);
      case Value.Obj _, Value.Null _ -> false;
    };
  }
}
