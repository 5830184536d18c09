package dev.keylint.lower.bicep;

import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Identifier;
import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Lowers calls: of functions, of functions of a resource, and of those that only Bicep has.
final class BicepCalls {
  /// Where the compiler puts the functions that a Bicep file declares.
  static final String NAMESPACE = "__bicep";

  private static final Set<String> BUILT_IN_NAMESPACES = Set.of("sys", "az");

  private final BicepUnit unit;
  private final BicepExpressions expressions;
  private final BicepNames names;
  private final Loads loads;

  BicepCalls(BicepUnit unit, BicepExpressions expressions, BicepNames names) {
    this.unit = unit;
    this.expressions = expressions;
    this.names = names;
    this.loads = new Loads(unit, expressions);
  }

  Expr function(Expression.FunctionCall call, BicepScope scope) {
    return scope
        .find(call.name().name())
        .flatMap(symbol -> user(symbol, call.arguments(), scope, unit.at(call)))
        .orElseGet(() -> builtIn(call.name(), call.arguments(), scope, call));
  }

  Expr method(Expression.InstanceFunctionCall call, BicepScope scope) {
    Identifier name = call.name();
    if (call.base() instanceof Expression.VariableAccess(var base, _)
        && scope.find(base.name()).isEmpty()) {
      if (BUILT_IN_NAMESPACES.contains(base.name())) {
        return builtIn(name, call.arguments(), scope, call);
      }
      if (base.name().equals("this")) {
        return self(call);
      }
    }
    Optional<Symbol.Namespace> namespace = names.namespace(call.base(), scope);
    if (namespace.isPresent()) {
      Symbol member = names.member(namespace.orElseThrow(), name);
      return user(member, call.arguments(), scope, unit.at(call)).orElseGet(() -> noFunction(call));
    }
    Optional<Symbol> symbol = names.symbol(call.base(), scope);
    return symbol.isPresent() && symbol.orElseThrow() instanceof Symbol.Resource resource
        ? ofResource(resource, call, scope)
        : noFunction(call);
  }

  private Optional<Expr> user(
      Symbol symbol, List<Expression> arguments, BicepScope scope, Location at) {
    if (symbol instanceof Symbol.Function(var name)) {
      return Optional.of(
          new Expr.Call(Optional.of(NAMESPACE), name, expressions.all(arguments, scope), at));
    }
    return symbol instanceof Symbol.Broken(var name)
        ? Optional.of(new Expr.Unsupported(name, at))
        : Optional.empty();
  }

  private Expr builtIn(
      Identifier function, List<Expression> arguments, BicepScope scope, Expression call) {
    Location at = unit.at(call);
    String name = function.name();
    return switch (name) {
      case "any" ->
          arguments.size() == 1
              ? expressions.lower(arguments.getFirst(), scope)
              : unit.wrong("`any` takes one argument", name, call);
      case "nameof" -> nameOf(arguments, call);
      case "getSecret" -> secret(expressions.all(arguments, scope), call);
      case "readEnvironmentVariable" -> environment(arguments, scope, call);
      case "int", "bool" -> number(name, arguments, scope, at);
      case "externalInput", "readEnvVar", "readCliArg" ->
          unit.externalInput(name, expressions.all(arguments, scope), at);
      default ->
          loads
              .load(name, arguments, scope, call)
              .orElseGet(() -> plain(name, arguments, scope, at));
    };
  }

  /// A variable's value, or what stands for it if azd always sets it; else the call as it is, whose
  /// default stands for what a deployment will find.
  private Expr environment(List<Expression> arguments, BicepScope scope, Expression call) {
    Location at = unit.at(call);
    List<Expr> given = expressions.all(arguments, scope);
    if (given.stream().findFirst().orElse(new Expr.NullLiteral(at))
        instanceof Expr.StringLiteral(var name, _)) {
      Optional<Expr> value = unit.linker().environment(name, at);
      if (value.isPresent()) {
        return value.orElseThrow();
      }
    }
    return Operators.call("readEnvironmentVariable", at, given.toArray(Expr[]::new));
  }

  /// A number or truth value that is made of what the user gave is no secret.
  private Expr number(String name, List<Expression> arguments, BicepScope scope, Location at) {
    List<Expr> shown = expressions.all(arguments, scope).stream().map(GivenText::shown).toList();
    return new Expr.Call(Optional.empty(), name, shown, at);
  }

  private Expr plain(String name, List<Expression> arguments, BicepScope scope, Location at) {
    return new Expr.Call(Optional.empty(), name, expressions.all(arguments, scope), at);
  }

  private Expr ofResource(
      Symbol.Resource resource, Expression.InstanceFunctionCall call, BicepScope scope) {
    Location at = unit.at(call);
    Expr base = expressions.lower(call.base(), scope);
    List<Expr> arguments = expressions.all(call.arguments(), scope);
    String name = call.name().name();
    if (resource.extension().isPresent()) {
      Expr method = new Expr.StringLiteral(name, unit.at(call.name()));
      List<Expr.Item> items = arguments.stream().<Expr.Item>map(Expr.Item.Element::new).toList();
      return Operators.call(
          "invokeResourceMethod", at, base, method, new Expr.ArrayExpr(items, at));
    }
    Expr id =
        new Expr.Access(base, new Expr.StringLiteral("id", base.at()), false, false, base.at());
    if (name.equals("getSecret") && !arguments.isEmpty()) {
      return new Expr.KeyVaultSecret(
          id, arguments.getFirst(), arguments.stream().skip(1).findFirst(), at);
    }
    if (!name.toLowerCase(Locale.ROOT).startsWith("list")) {
      return noFunction(call);
    }
    List<Expr> all = new ArrayList<>();
    all.add(id);
    if (arguments.isEmpty()) {
      all.add(new Expr.StringLiteral(resource.type().version(), at));
    }
    all.addAll(arguments);
    return new Expr.Call(Optional.empty(), name, all, at);
  }

  /// `this.exists()` and `this.existingResource()`: what is deployed before this deployment.
  private Expr self(Expression.InstanceFunctionCall call) {
    Location at = unit.at(call);
    Expr target = Operators.call("target", at, new Expr.StringLiteral("full", at));
    return switch (call.name().name()) {
      case "exists" -> Operators.not(Operators.call("empty", at, target), at);
      case "existingResource" -> target;
      default -> noFunction(call);
    };
  }

  /// `getSecret(subscription, group, vault, name[, version])` of a parameter file.
  private Expr secret(List<Expr> arguments, Expression call) {
    Location at = unit.at(call);
    if (arguments.size() < 4) {
      return unit.wrong("`getSecret` takes four or five arguments", "getSecret", call);
    }
    List<Expr> id = new ArrayList<>();
    id.add(new Expr.StringLiteral("/subscriptions/", at));
    id.add(arguments.get(0));
    id.add(new Expr.StringLiteral("/resourceGroups/", at));
    id.add(arguments.get(1));
    id.add(new Expr.StringLiteral("/providers/Microsoft.KeyVault/vaults/", at));
    id.add(arguments.get(2));
    return new Expr.KeyVaultSecret(
        new Expr.Interpolation(id, at),
        arguments.get(3),
        arguments.stream().skip(4).findFirst(),
        at);
  }

  /// The last name of its argument.
  private Expr nameOf(List<Expression> arguments, Expression call) {
    Optional<String> name = arguments.stream().findFirst().flatMap(BicepCalls::lastName);
    return name.<Expr>map(text -> new Expr.StringLiteral(text, unit.at(call)))
        .orElseGet(() -> unit.wrong("`nameof` takes one name", "nameof", call));
  }

  private static Optional<String> lastName(Expression expression) {
    return switch (expression) {
      case Expression.VariableAccess(var name, _) -> Optional.of(name.name());
      case Expression.PropertyAccess(_, var name, _, _) -> Optional.of(name.name());
      case Expression.ResourceAccess(_, var name, _) -> Optional.of(name.name());
      case Expression.ArrayAccess(var base, Expression.StringSyntax index, _, _, _) ->
          index.text().or(() -> lastName(base));
      case Expression.ArrayAccess(var base, _, _, _, _) -> lastName(base);
      case Expression.Parenthesized(var inner, _) -> lastName(inner);
      case Expression.NonNullAssertion(var inner, _) -> lastName(inner);
      case Expression _ -> Optional.empty();
    };
  }

  private Expr noFunction(Expression.InstanceFunctionCall call) {
    String name = call.name().name();
    return unit.wrong("there is no function `" + name + "` here", name, call);
  }
}
