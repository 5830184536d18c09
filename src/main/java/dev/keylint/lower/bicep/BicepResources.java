package dev.keylint.lower.bicep;

import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.lower.EmbeddedTemplates;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Lowers the resources of one Bicep file, nested ones after the one around them.
final class BicepResources {
  /// What stands in a declaration and is no part of the resource's body.
  private static final Set<String> ENVELOPE = Set.of("name", "parent", "scope", "dependsOn");

  private static final int MOST_UNTYPED = 100;

  private final BicepUnit unit;
  private final BicepExpressions expressions;
  private final WrittenValues values;
  private final DeploymentResources deployments;
  private final List<Declaration> declared = new ArrayList<>();
  private int untyped;

  BicepResources(BicepUnit unit, BicepExpressions expressions) {
    this.unit = unit;
    this.expressions = expressions;
    this.values = new WrittenValues(unit, expressions);
    this.deployments = new DeploymentResources(unit, values);
  }

  /// The resource around nested ones, as far as they take it over.
  private record Parent(Symbol.Resource symbol, Optional<Loop> loop, Optional<Expr> condition) {}

  List<Declaration> lower(Symbol.Resource symbol, BicepScope scope) {
    declared.clear();
    one(symbol, scope, Optional.empty());
    return List.copyOf(declared);
  }

  private void one(Symbol.Resource symbol, BicepScope scope, Optional<Parent> around) {
    if (isUntyped(symbol)) {
      untyped(symbol);
      return;
    }
    Location at = unit.header(symbol.syntax().name(), symbol.syntax().type());
    BicepBody body = BicepBody.of(symbol.syntax().value(), symbol.symbol(), scope, expressions);
    Optional<Loop> loop = loop(symbol, body, around);
    BicepScope inside = inside(symbol, body, loop, around);
    Optional<Expr> condition = condition(body, around);
    ResourcePosition position =
        position(
            symbol,
            around,
            ResourcePosition.of(
                symbol,
                name(symbol, body, inside),
                parent(body, inside, around, loop, at),
                scopeOf(symbol, body, inside)),
            inside);
    Declaration.Resource resource =
        new Declaration.Resource(
            symbol.symbol(),
            position.type(),
            symbol.type().version(),
            position.name(),
            position.parent(),
            position.scope(),
            condition,
            loop,
            body.dependsOn(inside, expressions),
            properties(symbol, body, inside),
            symbol.syntax().existing(),
            isOnce(symbol),
            symbol.extension(),
            at);
    add(resource, inside);
    Optional<Parent> self = Optional.of(new Parent(symbol, loop, condition));
    symbol.children().values().forEach(child -> one(child, inside, self));
  }

  private void add(Declaration.Resource resource, BicepScope inside) {
    declared.add(deployments.of(resource, inside).orElse(resource));
    new EmbeddedTemplates(new BicepSurroundings(unit, values, inside.outermost()))
        .of(resource)
        .ifPresent(declared::add);
  }

  private ResourcePosition position(
      Symbol.Resource symbol,
      Optional<Parent> around,
      ResourcePosition written,
      BicepScope inside) {
    return around
        .map(parent -> written.in(parent.symbol().type()))
        .orElse(written)
        .modern(symbol, values, inside.outermost());
  }

  private static boolean isOnce(Symbol.Resource symbol) {
    return symbol.syntax().decorators().stream()
        .anyMatch(it -> it.name().filter("onlyIfNotExists"::equals).isPresent());
  }

  /// A text behind a syntax error need not be a type.
  private static boolean isUntyped(Symbol.Resource symbol) {
    String type = symbol.type().type();
    return type.isEmpty() || (symbol.syntax().name().isMissing() && !type.contains("/"));
  }

  private void untyped(Symbol.Resource symbol) {
    // The parser has reported a missing type.
    if (symbol.syntax().type() instanceof Expression.StringSyntax) {
      unit.wrong("the type of a resource is a literal text", "resource", symbol.syntax().type());
    }
    // Each has been reported; so many stand for the rest.
    if (untyped++ < MOST_UNTYPED) {
      unknown(symbol);
    }
  }

  /// Something may be deployed in the place of a resource without a type, and of those in it.
  private void unknown(Symbol.Resource symbol) {
    Location at = unit.header(symbol.syntax().name(), symbol.syntax().type());
    declared.add(
        new Declaration.Deployment(
            symbol.symbol(),
            "",
            Optional.of(new Expr.StringLiteral(symbol.symbol(), at)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            new Declaration.Content.Unread("a resource without a type"),
            at));
    symbol.children().values().forEach(this::unknown);
  }

  /// Its own loop, else a copy of the loop around it.
  private Optional<Loop> loop(Symbol.Resource symbol, BicepBody body, Optional<Parent> around) {
    Optional<Loop> inherited = around.flatMap(Parent::loop);
    if (inherited.isPresent() && body.loop().isPresent()) {
      unit.unsupported("a loop in a loop of resources", "loop", symbol.syntax());
      return body.loop();
    }
    return body.loop()
        .map(loop -> loop.inBatches(Batches.of(symbol.syntax().decorators())))
        .or(() ->
            inherited.map(loop ->
                new Loop(
                    unit.loopName(symbol.symbol()),
                    loop.count(),
                    loop.collection(),
                    loop.item(),
                    loop.index(),
                    loop.at())));
  }

  /// The names inside the body: those of nested resources, and of the resources nested beside it.
  private static BicepScope inside(
      Symbol.Resource symbol, BicepBody body, Optional<Loop> loop, Optional<Parent> around) {
    Map<String, Symbol.Resource> names = new HashMap<>();
    around.ifPresent(parent -> {
      names.putAll(parent.symbol().children());
      if (parent.loop().isPresent()) {
        names.put(parent.symbol().syntax().name().name(), parent.symbol());
        loop.ifPresent(own -> names.replaceAll((_, each) -> inRound(each, own)));
      }
    });
    symbol
        .children()
        .forEach(
            (name, child) -> names.put(name, loop.map(own -> inRound(child, own)).orElse(child)));
    return body.scope().with(names).withLocals(locals(body.loop()));
  }

  /// The loop's own variables, which hide a resource of the same name: `[for queue in queues: …]`
  /// of `queue`.
  private static List<String> locals(Optional<Loop> loop) {
    return loop.stream()
        .flatMap(own -> Stream.concat(own.item().stream(), own.index().stream()))
        .toList();
  }

  /// What shares the loop is meant in the same round.
  private static Symbol.Resource inRound(Symbol.Resource resource, Loop loop) {
    return resource.hasOwnLoop() && !resource.around().isEmpty()
        ? resource
        : resource.inLoop(loop.name());
  }

  private static Optional<Expr> condition(BicepBody body, Optional<Parent> around) {
    Optional<Expr> inherited = around.flatMap(Parent::condition);
    return inherited
        .map(outer ->
            body.condition().map(own -> Operators.call("and", own.at(), outer, own)).orElse(outer))
        .or(body::condition);
  }

  private Expr name(Symbol.Resource symbol, BicepBody body, BicepScope inside) {
    return body.property("name")
        .filter(_ -> symbol.extension().isEmpty())
        .map(name -> expressions.lower(name, inside))
        .orElseGet(() -> {
          Location at = unit.at(symbol.syntax().name());
          if (symbol.extension().isPresent()) {
            // What identifies it is known to the extension alone; the symbol is unique.
            return new Expr.StringLiteral(symbol.symbol(), at);
          }
          if (body.unread().isPresent()) {
            return body.unread().orElseThrow();
          }
          unit.report(Kind.SEMANTIC, "the resource has no `name`", at);
          return new Expr.Unsupported("the name of " + symbol.symbol(), at);
        });
  }

  /// What it sits on, or is deployed to; behind a syntax error it may stand, too, for those types
  /// that mostly have one.
  private Optional<Expr> scopeOf(Symbol.Resource symbol, BicepBody body, BicepScope inside) {
    if (symbol.extension().isPresent()) {
      return Optional.empty();
    }
    return body.property("scope")
        .map(scope -> expressions.lower(scope, inside))
        .or(() -> body.unread().filter(_ -> isAuthorization(symbol)));
  }

  private static boolean isAuthorization(Symbol.Resource symbol) {
    return symbol.type().type().toLowerCase(Locale.ROOT).startsWith("microsoft.authorization/");
  }

  private Optional<Expr.ResourceRef> parent(
      BicepBody body,
      BicepScope inside,
      Optional<Parent> around,
      Optional<Loop> loop,
      Location at) {
    if (around.isPresent()) {
      Parent parent = around.orElseThrow();
      Optional<Expr> round =
          parent
              .loop()
              .flatMap(_ -> loop)
              .map(own -> new Expr.LoopIndex(Optional.of(own.name()), Optional.empty(), at));
      return Optional.of(new Expr.ResourceRef(parent.symbol().symbol(), round, at));
    }
    Optional<Expression> written = body.property("parent");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Expr parent = expressions.lower(written.orElseThrow(), inside);
    if (parent instanceof Expr.ResourceRef ref) {
      return Optional.of(ref);
    }
    if (!(parent instanceof Expr.Unsupported)) {
      unit.unsupported("a parent that is no declared resource", "parent", written.orElseThrow());
    }
    return Optional.empty();
  }

  /// All other properties; those of an extension's resource stand below `properties`, as in ARM.
  private Expr properties(Symbol.Resource symbol, BicepBody body, BicepScope inside) {
    boolean extended = symbol.extension().isPresent();
    List<ObjectMember> members = new ArrayList<>();
    for (ObjectMember member : body.object().members()) {
      boolean envelope =
          member instanceof ObjectMember.Property property
              && property.name().filter(name -> isEnvelope(name, extended)).isPresent();
      if (!envelope && !(member instanceof dev.keylint.bicep.Declaration.Resource)) {
        members.add(member);
      }
    }
    Expr.ObjectExpr own = expressions.object(members, inside, body.object());
    if (members.isEmpty() && body.unread().isPresent()) {
      own = new Expr.ObjectExpr(List.of(unread(body.unread().orElseThrow())), own.at());
    }
    if (!extended) {
      return own;
    }
    Expr key = new Expr.StringLiteral("properties", own.at());
    return new Expr.ObjectExpr(List.of(new Expr.Member.Entry(key, own, own.at())), own.at());
  }

  private static Expr.Member unread(Expr what) {
    return new Expr.Member.Unread(what, what.at());
  }

  private static boolean isEnvelope(String name, boolean extended) {
    return extended ? name.equals("dependsOn") : ENVELOPE.contains(name);
  }
}
