package dev.keylint.lower;

import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Copies an expression with some of its parts replaced.
public abstract class Rewriting {

  /// What comes in the place of an expression whose parts have been rewritten already.
  ///
  /// @param bound the names that lambdas and loops around it bind
  protected abstract Expr replace(Expr expr, Set<String> bound);

  /// An expression with its parts replaced, the innermost first.
  public final Expr rewrite(Expr expr) {
    return rewrite(expr, Set.of());
  }

  private Expr rewrite(Expr expr, Set<String> bound) {
    return replace(parts(expr, bound), bound);
  }

  private Expr parts(Expr expr, Set<String> bound) {
    return switch (expr) {
      case Expr.NullLiteral _,
          Expr.BoolLiteral _,
          Expr.IntLiteral _,
          Expr.DecimalLiteral _,
          Expr.StringLiteral _,
          Expr.ParameterRef _,
          Expr.VariableRef _,
          Expr.LocalRef _,
          Expr.MissingFile _,
          Expr.Unsupported _ ->
          expr;
      case Expr.Interpolation(var of, var at) -> new Expr.Interpolation(all(of, bound), at);
      case Expr.ObjectExpr(var members, var at) ->
          new Expr.ObjectExpr(members.stream().map(each -> member(each, bound)).toList(), at);
      case Expr.ArrayExpr(var items, var at) ->
          new Expr.ArrayExpr(items.stream().map(each -> item(each, bound)).toList(), at);
      case Expr.ForExpr(var loop, var body, var at) ->
          new Expr.ForExpr(loop(loop, bound), rewrite(body, with(bound, loop)), at);
      case Expr.Call(var namespace, var function, var arguments, var at) ->
          new Expr.Call(namespace, function, all(arguments, bound), at);
      case Expr.Conditional(var condition, var then, var otherwise, var at) ->
          new Expr.Conditional(
              rewrite(condition, bound), rewrite(then, bound), rewrite(otherwise, bound), at);
      case Expr.Access(var base, var key, var safe, var fromEnd, var at) ->
          new Expr.Access(rewrite(base, bound), rewrite(key, bound), safe, fromEnd, at);
      case Expr.Lambda(var variables, var body, var at) ->
          new Expr.Lambda(variables, rewrite(body, with(bound, variables)), at);
      case Expr.LoopIndex(var loop, var offset, var at) ->
          new Expr.LoopIndex(loop, optional(offset, bound), at);
      case Expr.ResourceRef(var symbol, var index, var at) ->
          new Expr.ResourceRef(symbol, optional(index, bound), at);
      case Expr.KeyVaultSecret(var vault, var name, var version, var at) ->
          new Expr.KeyVaultSecret(
              rewrite(vault, bound), rewrite(name, bound), optional(version, bound), at);
    };
  }

  private List<Expr> all(List<Expr> expressions, Set<String> bound) {
    return expressions.stream().map(each -> rewrite(each, bound)).toList();
  }

  private Optional<Expr> optional(Optional<Expr> expression, Set<String> bound) {
    return expression.map(each -> rewrite(each, bound));
  }

  private Expr.Member member(Expr.Member member, Set<String> bound) {
    return switch (member) {
      case Expr.Member.Entry(var key, var value, var at) ->
          new Expr.Member.Entry(rewrite(key, bound), rewrite(value, bound), at);
      case Expr.Member.Spread(var object, var at) ->
          new Expr.Member.Spread(rewrite(object, bound), at);
      case Expr.Member.Unread unread -> unread;
    };
  }

  private Expr.Item item(Expr.Item item, Set<String> bound) {
    return switch (item) {
      case Expr.Item.Element(var value) -> new Expr.Item.Element(rewrite(value, bound));
      case Expr.Item.Spread(var array, var at) -> new Expr.Item.Spread(rewrite(array, bound), at);
    };
  }

  private Loop loop(Loop loop, Set<String> bound) {
    return new Loop(
        loop.name(),
        rewrite(loop.count(), bound),
        optional(loop.collection(), bound),
        loop.item(),
        loop.index(),
        loop.at(),
        loop.batch());
  }

  private static Set<String> with(Set<String> bound, Loop loop) {
    List<String> variables = new ArrayList<>();
    loop.item().ifPresent(variables::add);
    loop.index().ifPresent(variables::add);
    return with(bound, variables);
  }

  private static Set<String> with(Set<String> bound, List<String> variables) {
    Set<String> inner = new HashSet<>(bound);
    inner.addAll(variables);
    return inner;
  }
}
