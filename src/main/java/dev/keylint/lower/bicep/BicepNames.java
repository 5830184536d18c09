package dev.keylint.lower.bicep;

import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Identifier;
import dev.keylint.bicep.Syntax;
import dev.keylint.lower.OldForm;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import java.util.Optional;

/// Lowers names and what is accessed through them: `a`, `a.b`, `a[i]`, `a::b`.
final class BicepNames {
  private final BicepUnit unit;
  private final BicepExpressions expressions;
  private final Guards conditions;

  BicepNames(BicepUnit unit, BicepExpressions expressions) {
    this.unit = unit;
    this.expressions = expressions;
    this.conditions = new Guards(unit, expressions);
  }

  Expr variable(Expression.VariableAccess access, BicepScope scope) {
    return scope
        .find(access.name().name())
        .map(symbol -> value(symbol, access))
        .orElseGet(() -> undefined(access.name(), access));
  }

  Expr property(Expression.PropertyAccess access, BicepScope scope) {
    Expr key = new Expr.StringLiteral(access.name().name(), unit.at(access.name()));
    Optional<Symbol> member = namespace(access.base(), scope).map(of -> member(of, access.name()));
    return member
        .map(symbol -> value(symbol, access))
        .orElseGet(() -> access(access.base(), key, access.safe(), false, scope, access));
  }

  Expr element(Expression.ArrayAccess access, BicepScope scope) {
    Optional<Symbol> symbol = symbol(access.base(), scope);
    Expr index = expressions.lower(access.index(), scope);
    boolean plain = !access.safe() && !access.fromEnd();
    if (plain && symbol.isPresent() && isLooped(symbol.orElseThrow())) {
      Expr all = expressions.lower(access.base(), scope);
      if (all instanceof Expr.ResourceRef(var name, var none, _) && none.isEmpty()) {
        return new Expr.ResourceRef(name, Optional.of(index), unit.at(access));
      }
    }
    return access(access.base(), index, access.safe(), access.fromEnd(), scope, access);
  }

  Expr nested(Expression.ResourceAccess access, BicepScope scope) {
    Optional<Symbol> child = symbol(access, scope);
    if (child.isPresent() && child.orElseThrow() instanceof Symbol.Resource resource) {
      Expr base = expressions.lower(access.base(), scope);
      Optional<Expr> index =
          base instanceof Expr.ResourceRef(_, var of, _) ? of : Optional.<Expr>empty();
      return new Expr.ResourceRef(resource.symbol(), index, unit.at(access));
    }
    String name = access.name().name();
    return unit.wrong("there is no nested resource `" + name + "` in this one", name, access);
  }

  /// The symbol that an expression names, when it does nothing but that; an index is looked
  /// through.
  Optional<Symbol> symbol(Expression expression, BicepScope scope) {
    return switch (expression) {
      case Expression.VariableAccess(var name, _) -> scope.find(name.name());
      case Expression.ArrayAccess(var base, _, _, _, _) ->
          symbol(base, scope).filter(BicepNames::isLooped);
      case Expression.ResourceAccess(var base, var name, _) ->
          symbol(base, scope)
              .filter(Symbol.Resource.class::isInstance)
              .flatMap(parent ->
                  Optional.ofNullable(((Symbol.Resource) parent).children().get(name.name())));
      case Expression.Parenthesized(var inner, _) -> symbol(inner, scope);
      case Expression.NonNullAssertion(var inner, _) -> symbol(inner, scope);
      case Expression _ -> Optional.empty();
    };
  }

  /// What `import * as name` brought in, when the expression is its name.
  Optional<Symbol.Namespace> namespace(Expression expression, BicepScope scope) {
    return expression instanceof Expression.VariableAccess(var name, _)
            && scope.find(name.name()).orElse(new Symbol.Broken(""))
                instanceof Symbol.Namespace found
        ? Optional.of(found)
        : Optional.empty();
  }

  /// A member of such a namespace; one that is not there is reported.
  Symbol member(Symbol.Namespace namespace, Identifier name) {
    return Optional.ofNullable(namespace.members().get(name.name()))
        .orElseGet(() -> {
          unit.wrong("nothing of this name is exported there", name.name(), name);
          return new Symbol.Broken(name.name());
        });
  }

  private Expr value(Symbol symbol, Syntax access) {
    Location at = unit.at(access);
    return switch (symbol) {
      case Symbol.Parameter(var name) -> new Expr.ParameterRef(name, at);
      case Symbol.Variable(var name) -> new Expr.VariableRef(name, at);
      case Symbol.Local(var name) -> new Expr.LocalRef(name, at);
      case Symbol.Resource resource ->
          new Expr.ResourceRef(resource.symbol(), sameRound(resource, at), at);
      case Symbol.Module module -> new Expr.ResourceRef(module.symbol(), Optional.empty(), at);
      case Symbol.Broken(var name) -> new Expr.Unsupported(name, at);
      case Symbol.Function(var name) ->
          unit.wrong("the function `" + name + "` is no value", name, access);
      case Symbol.Type _ -> unit.wrong("a type is no value", "type", access);
      case Symbol.Namespace _ -> unit.wrong("an import is no value", "import", access);
      case Symbol.Extension(var name) ->
          unit.wrong("the extension `" + name + "` is no value", name, access);
    };
  }

  /// A nested resource of a looped parent is the one of the same round.
  private static Optional<Expr> sameRound(Symbol.Resource resource, Location at) {
    return resource
        .loopAround()
        .map(loop -> new Expr.LoopIndex(Optional.of(loop), Optional.empty(), at));
  }

  private Expr access(
      Expression base,
      Expr key,
      boolean safe,
      boolean fromEnd,
      BicepScope scope,
      Expression whole) {
    Expr from = expressions.lower(base, scope);
    Optional<Symbol> symbol = symbol(base, scope);
    Optional<Expr> old = symbol.flatMap(of -> ofOldForm(of, key, whole));
    if (old.isPresent()) {
      return old.orElseThrow();
    }
    if (symbol.isPresent() && from instanceof Expr.ResourceRef ref) {
      if (safe) {
        from = conditions.guarded(symbol.orElseThrow(), ref, scope);
      }
      if (symbol.orElseThrow() instanceof Symbol.Resource resource
          && resource.extension().isPresent()) {
        Expr properties = new Expr.StringLiteral("properties", ref.at());
        from = new Expr.Access(from, properties, safe, false, ref.at());
      }
    }
    return new Expr.Access(from, key, safe || isChained(base), fromEnd, unit.at(whole));
  }

  /// The type and name of an extension resource in the old form are those that are written, which
  /// are not those that it gets.
  private Optional<Expr> ofOldForm(Symbol symbol, Expr key, Expression whole) {
    if (!(symbol instanceof Symbol.Resource resource)
        || !OldForm.is(resource.type().type())
        || !(key instanceof Expr.StringLiteral(var member, _))) {
      return Optional.empty();
    }
    return switch (member) {
      case "type" -> Optional.of(new Expr.StringLiteral(resource.type().type(), unit.at(whole)));
      case "name" ->
          Optional.of(
              unit.unsupported(
                  "the name of an extension resource in the old form is not supported",
                  "name",
                  whole));
      default -> Optional.empty();
    };
  }

  /// After a safe access the rest of the chain is safe too: `a.?b.c` is null where `b` is missing.
  private static boolean isChained(Expression base) {
    return switch (base) {
      case Expression.PropertyAccess(var inner, _, var safe, _) -> safe || isChained(inner);
      case Expression.ArrayAccess(var inner, _, var safe, _, _) -> safe || isChained(inner);
      case Expression.NonNullAssertion(var inner, _) -> isChained(inner);
      case Expression _ -> false;
    };
  }

  private static boolean isLooped(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Resource resource -> resource.looped();
      case Symbol.Module module -> module.looped();
      case Symbol _ -> false;
    };
  }

  private Expr undefined(Identifier name, Syntax access) {
    return name.isMissing()
        ? unit.unread(access)
        : unit.wrong("the name `" + name.name() + "` is not declared", name.name(), access);
  }
}
