package dev.keylint.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The expressions that an expression consists of.
public final class Parts {
  private Parts() {}

  /// Those one level below.
  public static List<Expr> of(Expr expr) {
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
          List.of();
      case Expr.Interpolation(List<Expr> parts, _) -> parts;
      case Expr.ObjectExpr(List<Expr.Member> members, _) ->
          members.stream().flatMap(Parts::of).toList();
      case Expr.ArrayExpr(List<Expr.Item> items, _) -> items.stream().map(Parts::of).toList();
      case Expr.ForExpr(Loop loop, Expr body, _) -> {
        List<Expr> all = new ArrayList<>(of(loop));
        all.add(body);
        yield all;
      }
      case Expr.Call(_, _, List<Expr> arguments, _) -> arguments;
      case Expr.Conditional(Expr condition, Expr then, Expr otherwise, _) ->
          List.of(condition, then, otherwise);
      case Expr.Access(Expr base, Expr key, _, _, _) -> List.of(base, key);
      case Expr.Lambda(_, Expr body, _) -> List.of(body);
      case Expr.LoopIndex(_, Optional<Expr> offset, _) -> offset.stream().toList();
      case Expr.ResourceRef(_, Optional<Expr> index, _) -> index.stream().toList();
      case Expr.KeyVaultSecret(Expr vault, Expr name, Optional<Expr> version, _) ->
          Stream.concat(Stream.of(vault, name), version.stream()).toList();
    };
  }

  /// Those of a loop's head.
  public static List<Expr> of(Loop loop) {
    return Stream.concat(Stream.of(loop.count()), loop.collection().stream()).toList();
  }

  private static Stream<Expr> of(Expr.Member member) {
    return switch (member) {
      case Expr.Member.Entry(Expr key, Expr value, _) -> Stream.of(key, value);
      case Expr.Member.Spread(Expr object, _) -> Stream.of(object);
      case Expr.Member.Unread(Expr value, _) -> Stream.of(value);
    };
  }

  private static Expr of(Expr.Item item) {
    return switch (item) {
      case Expr.Item.Element(Expr value) -> value;
      case Expr.Item.Spread(Expr array, _) -> array;
    };
  }

  /// All expressions that a declaration is written with, but for its `dependsOn` and what a module
  /// deploys.
  public static List<Expr> of(Declaration declaration) {
    List<Expr> all = new ArrayList<>();
    declaration.condition().ifPresent(all::add);
    declaration.loop().ifPresent(loop -> all.addAll(of(loop)));
    switch (declaration) {
      case Declaration.Resource resource -> {
        all.add(resource.name());
        resource.parent().ifPresent(all::add);
        resource.scope().ifPresent(all::add);
        all.add(resource.body());
      }
      case Declaration.Deployment deployment -> {
        deployment.name().ifPresent(all::add);
        deployment.scope().ifPresent(all::add);
        deployment.arguments().forEach(argument -> all.add(argument.value()));
      }
    }
    return all;
  }
}
