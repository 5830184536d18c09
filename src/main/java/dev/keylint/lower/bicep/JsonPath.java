package dev.keylint.lower.bicep;

import dev.keylint.template.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Selects parts of loaded data by a JSONPath as Json.NET understands it: names, indexes, slices of
/// one, `*`, `..` and filters that compare one property with a literal.
final class JsonPath {
  /// Steps such as `..*` multiply; no path of use comes near.
  private static final int MAX_FOUND = 100_000;

  private final String path;
  private int at;

  private JsonPath(String path) {
    this.path = path;
  }

  /// What a path leads to.
  sealed interface Result {}

  /// The parts that it selects, in document order.
  record Selected(List<Expr> found) implements Result {}

  /// Syntax that is not known here.
  record NotUnderstood() implements Result {}

  /// One step from a list of values to the next one.
  private interface Step {
    void select(Expr from, List<Expr> found);
  }

  static Result select(String path, Expr root) {
    Optional<List<Step>> steps = new JsonPath(path.strip()).steps();
    if (steps.isEmpty()) {
      return new NotUnderstood();
    }
    List<Expr> current = List.of(root);
    for (Step step : steps.orElseThrow()) {
      List<Expr> next = new ArrayList<>();
      for (Expr each : current) {
        step.select(each, next);
        if (next.size() > MAX_FOUND) {
          return new NotUnderstood();
        }
      }
      current = next;
    }
    return new Selected(current);
  }

  private Optional<List<Step>> steps() {
    List<Step> steps = new ArrayList<>();
    if (take("$") && at == path.length()) {
      return Optional.of(steps);
    }
    while (at < path.length()) {
      if (take("..")) {
        steps.add(JsonPath::descend);
        if (peek("[")) {
          continue;
        }
      } else if (!take(".") && !peek("[") && at > 0) {
        return Optional.empty();
      }
      Optional<Step> step = take("[") ? bracket() : name();
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.orElseThrow());
    }
    return Optional.of(steps);
  }

  private Optional<Step> name() {
    int start = at;
    while (at < path.length() && ".[".indexOf(path.charAt(at)) < 0) {
      at++;
    }
    String name = path.substring(start, at).strip();
    if (name.isEmpty()) {
      // `.['a']` is `['a']`.
      return take("[") ? bracket() : Optional.empty();
    }
    return Optional.of(name.equals("*") ? JsonPath::children : member(name));
  }

  private Optional<Step> bracket() {
    int end = closing();
    if (end < 0) {
      return Optional.empty();
    }
    String inner = path.substring(at, end).strip();
    at = end + 1;
    if (inner.equals("*")) {
      return Optional.of(JsonPath::children);
    }
    if (inner.startsWith("?")) {
      return JsonPathFilter.of(inner.substring(1).strip()).map(JsonPath::filtered);
    }
    Optional<String> quoted = JsonPathFilter.quoted(inner);
    if (quoted.isPresent()) {
      return quoted.map(JsonPath::member);
    }
    return inner.matches("\\d{1,9}")
        ? Optional.of(item(Integer.parseInt(inner)))
        : Optional.empty();
  }

  /// The bracket that closes the one just taken; quotes hide brackets.
  private int closing() {
    int depth = 0;
    char quote = 0;
    for (int i = at; i < path.length(); i++) {
      char c = path.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  private boolean take(String token) {
    boolean here = peek(token);
    at += here ? token.length() : 0;
    return here;
  }

  private boolean peek(String token) {
    return path.startsWith(token, at);
  }

  private static Step member(String name) {
    return (from, found) -> get(from, name).ifPresent(found::add);
  }

  private static Step item(int index) {
    return (from, found) -> {
      if (from instanceof Expr.ArrayExpr(var items, _) && index < items.size()) {
        found.add(value(items.get(index)));
      }
    };
  }

  private static Step filtered(JsonPathFilter filter) {
    return (from, found) -> {
      List<Expr> candidates = new ArrayList<>();
      children(from, candidates);
      candidates.stream().filter(filter::accepts).forEach(found::add);
    };
  }

  private static void descend(Expr from, List<Expr> found) {
    found.add(from);
    List<Expr> children = new ArrayList<>();
    children(from, children);
    children.forEach(child -> descend(child, found));
  }

  private static void children(Expr from, List<Expr> found) {
    if (from instanceof Expr.ArrayExpr(var items, _)) {
      items.forEach(item -> found.add(value(item)));
    } else if (from instanceof Expr.ObjectExpr(var members, _)) {
      for (Expr.Member member : members) {
        if (member instanceof Expr.Member.Entry(_, var value, _)) {
          found.add(value);
        }
      }
    }
  }

  static Optional<Expr> get(Expr from, String name) {
    if (from instanceof Expr.ObjectExpr(var members, _)) {
      for (Expr.Member member : members) {
        if (member instanceof Expr.Member.Entry(Expr.StringLiteral(var key, _), var value, _)
            && key.equals(name)) {
          return Optional.of(value);
        }
      }
    }
    return Optional.empty();
  }

  private static Expr value(Expr.Item item) {
    return switch (item) {
      case Expr.Item.Element(var value) -> value;
      case Expr.Item.Spread(var array, _) -> array;
    };
  }
}
