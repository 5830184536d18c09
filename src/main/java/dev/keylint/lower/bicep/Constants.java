package dev.keylint.lower.bicep;

import dev.keylint.lower.ObjectMembers;
import dev.keylint.template.Expr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What the compiler knows of an expression before any deployment: literals, and what variables,
/// interpolation, members and choices make of them.
final class Constants {
  /// Longer paths and names are of no use, and variables of variables could double without end.
  private static final int LONGEST = 10_000;

  private static final int DEEPEST = 100;

  /// More parts are not compared.
  private static final int MAX_PARTS = 1_000;

  private final Map<String, Optional<Expr>> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private Function<String, Optional<Expr>> variables = _ -> Optional.empty();
  private int depth;
  private int printed;

  /// Lets it see the variables of the file, by the names that they have in the template.
  void open(Function<String, Optional<Expr>> named) {
    variables = named;
  }

  /// The text that an expression is for certain.
  Optional<String> text(Expr expr) {
    return head(expr)
        .flatMap(found ->
            found instanceof Expr.StringLiteral(var text, _)
                ? Optional.of(text)
                : Optional.empty());
  }

  /// The constant written out, the same for what says the same; empty when it is none.
  Optional<String> written(Expr expr) {
    printed = 0;
    return print(expr);
  }

  /// The constant as far as its outermost part: a literal, an object or an array.
  private Optional<Expr> head(Expr expr) {
    if (depth >= DEEPEST) {
      return Optional.empty();
    }
    depth++;
    try {
      return switch (expr) {
        case Expr.NullLiteral _,
            Expr.BoolLiteral _,
            Expr.IntLiteral _,
            Expr.DecimalLiteral _,
            Expr.StringLiteral _,
            Expr.ObjectExpr _,
            Expr.ArrayExpr _ ->
            Optional.of(expr);
        case Expr.Interpolation interpolation -> joined(interpolation);
        case Expr.VariableRef(var name, _) -> variable(name);
        case Expr.Access access -> member(access);
        case Expr.Conditional(var condition, var then, var otherwise, _) ->
            head(condition)
                .filter(Expr.BoolLiteral.class::isInstance)
                .flatMap(truth -> head(((Expr.BoolLiteral) truth).value() ? then : otherwise));
        case Expr.Call _,
            Expr.ForExpr _,
            Expr.Lambda _,
            Expr.ParameterRef _,
            Expr.LocalRef _,
            Expr.LoopIndex _,
            Expr.ResourceRef _,
            Expr.KeyVaultSecret _,
            Expr.MissingFile _,
            Expr.Unsupported _ ->
            Optional.empty();
      };
    } finally {
      depth--;
    }
  }

  private Optional<Expr> variable(String name) {
    Optional<Expr> found = known.get(name);
    if (found != null) {
      return found;
    }
    if (!open.add(name)) {
      return Optional.empty();
    }
    Optional<Expr> value = variables.apply(name).flatMap(this::head);
    open.remove(name);
    known.put(name, value);
    return value;
  }

  private Optional<Expr> joined(Expr.Interpolation interpolation) {
    StringBuilder text = new StringBuilder();
    for (Expr part : interpolation.parts()) {
      Optional<Expr> head = head(part);
      switch (head.orElse(part)) {
        case Expr.StringLiteral(var known, _) -> text.append(known);
        case Expr.IntLiteral(var number, _) -> text.append(number);
        case Expr _ -> {
          return Optional.empty();
        }
      }
      if (text.length() > LONGEST) {
        return Optional.empty();
      }
    }
    return Optional.of(new Expr.StringLiteral(text.toString(), interpolation.at()));
  }

  private Optional<Expr> member(Expr.Access access) {
    Optional<Expr> base = head(access.base());
    Optional<Expr> key = head(access.key());
    if (base.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    if (base.orElseThrow() instanceof Expr.ObjectExpr object
        && key.orElseThrow() instanceof Expr.StringLiteral(var name, _)) {
      return isPlain(object)
          ? ObjectMembers.find(object, name).flatMap(this::head)
          : Optional.empty();
    }
    return base.orElseThrow() instanceof Expr.ArrayExpr(var items, _)
            && key.orElseThrow() instanceof Expr.IntLiteral(var index, _)
        ? item(items, access.fromEnd() ? items.size() - index : index).flatMap(this::head)
        : Optional.empty();
  }

  private static boolean isPlain(Expr.ObjectExpr object) {
    return object.members().stream().allMatch(Expr.Member.Entry.class::isInstance);
  }

  private static Optional<Expr> item(List<Expr.Item> items, long index) {
    boolean plain = items.stream().allMatch(Expr.Item.Element.class::isInstance);
    return plain && index >= 0 && index < items.size()
        ? Optional.of(((Expr.Item.Element) items.get((int) index)).value())
        : Optional.empty();
  }

  private Optional<String> print(Expr expr) {
    if (++printed > MAX_PARTS) {
      return Optional.empty();
    }
    return switch (head(expr).orElse(expr)) {
      case Expr.NullLiteral _ -> Optional.of("null");
      case Expr.BoolLiteral(var truth, _) -> Optional.of(String.valueOf(truth));
      case Expr.IntLiteral(var number, _) -> Optional.of(String.valueOf(number));
      case Expr.DecimalLiteral(var number, _) -> Optional.of(number.toString());
      case Expr.StringLiteral(var text, _) ->
          Optional.of("'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'");
      case Expr.ObjectExpr(var members, _) ->
          all(members.stream().map(this::member).toList()).map("object "::concat);
      case Expr.ArrayExpr(var items, _) -> all(items.stream().map(this::item).toList());
      case Expr _ -> Optional.empty();
    };
  }

  private Optional<String> member(Expr.Member member) {
    return member instanceof Expr.Member.Entry(var key, var value, _)
        ? print(key).flatMap(name -> print(value).map(text -> name + ":" + text))
        : Optional.empty();
  }

  private Optional<String> item(Expr.Item item) {
    return item instanceof Expr.Item.Element(var value) ? print(value) : Optional.empty();
  }

  private static Optional<String> all(List<Optional<String>> parts) {
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(parts.stream().flatMap(Optional::stream).toList().toString())
        : Optional.empty();
  }
}
