package dev.keylint.lower;

import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import java.util.List;
import java.util.stream.Collectors;

/// Expressions in a short notation, so that a test can say what it expects in one line.
public final class Shown {
  private Shown() {}

  public static String of(Expr expr) {
    return switch (expr) {
      case Expr.NullLiteral _ -> "null";
      case Expr.BoolLiteral(var value, _) -> String.valueOf(value);
      case Expr.IntLiteral(var value, _) -> String.valueOf(value);
      case Expr.DecimalLiteral(var value, _) -> value.toString();
      case Expr.StringLiteral(var value, _) -> "'" + value + "'";
      case Expr.Interpolation(var parts, _) -> "text" + all(parts);
      case Expr.ObjectExpr(var members, _) ->
          members.stream().map(Shown::member).collect(Collectors.joining(", ", "{", "}"));
      case Expr.ArrayExpr(var items, _) ->
          items.stream().map(Shown::item).collect(Collectors.joining(", ", "[", "]"));
      case Expr.ForExpr(var loop, var body, _) -> "for " + of(loop) + " " + of(body);
      case Expr.Call(var namespace, var function, var arguments, _) ->
          namespace.map(name -> name + "::").orElse("") + function + all(arguments);
      case Expr.Conditional(var condition, var then, var otherwise, _) ->
          of(condition) + " ? " + of(then) + " : " + of(otherwise);
      case Expr.Access(var base, var key, var safe, var fromEnd, _) ->
          of(base) + (safe ? "?" : "") + "[" + (fromEnd ? "^" : "") + of(key) + "]";
      case Expr.Lambda(var variables, var body, _) ->
          String.join(", ", variables) + " => " + of(body);
      case Expr.ParameterRef(var name, _) -> "p." + name;
      case Expr.VariableRef(var name, _) -> "v." + name;
      case Expr.LocalRef(var name, _) -> "local." + name;
      case Expr.LoopIndex(var loop, var offset, _) ->
          "i." + loop.orElse("") + offset.map(by -> "+" + of(by)).orElse("");
      case Expr.ResourceRef(var symbol, var index, _) ->
          "r." + symbol + index.map(at -> "[" + of(at) + "]").orElse("");
      case Expr.KeyVaultSecret(var vault, var name, var version, _) ->
          "secret(" + of(vault) + ", " + of(name) + version.map(v -> ", " + of(v)).orElse("") + ")";
      case Expr.MissingFile(var path, _) -> "missing " + path;
      case Expr.Unsupported(var construct, _) -> "unsupported " + construct;
    };
  }

  public static String of(Loop loop) {
    return loop.name() + "*" + of(loop.count());
  }

  private static String member(Expr.Member member) {
    return switch (member) {
      case Expr.Member.Entry(var key, var value, _) -> of(key) + ": " + of(value);
      case Expr.Member.Spread(var object, _) -> "..." + of(object);
      case Expr.Member.Unread _ -> "?";
    };
  }

  private static String item(Expr.Item item) {
    return switch (item) {
      case Expr.Item.Element(var value) -> of(value);
      case Expr.Item.Spread(var array, _) -> "..." + of(array);
    };
  }

  private static String all(List<Expr> exprs) {
    return exprs.stream().map(Shown::of).collect(Collectors.joining(", ", "(", ")"));
  }
}
