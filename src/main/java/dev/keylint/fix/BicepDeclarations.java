package dev.keylint.fix;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Syntax;
import dev.keylint.bicep.TypeExpression;
import dev.keylint.fix.BicepTree.Node;
import dev.keylint.text.Phrase;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Edits of whole declarations of a Bicep file, and what they are called.
record BicepDeclarations(BicepTree tree, String text, Source source) implements Declarations {
  private static final Set<String> CAN_BE_SECURE = Set.of("string", "object");

  private static final String ROLES = "Microsoft.Authorization/roleDefinitions";

  private static final Set<String> ABOVE = Set.of("managementGroup", "tenant");

  /// The resource or module whose declaration begins with what stands there.
  Optional<Node> header(Span span) {
    return tree.nodes().stream()
        .filter(it ->
            switch (it.syntax()) {
              case Declaration.Resource declared ->
                  declared.name().span().to(declared.type().span()).equals(span)
                      || isHeader(declared.span(), declared.type().span(), span);
              case Declaration.Module declared ->
                  declared.name().span().to(declared.path().span()).equals(span)
                      || isHeader(declared.span(), declared.path().span(), span);
              case Syntax _ -> false;
            })
        .findFirst();
  }

  private static boolean isHeader(Span declaration, Span type, Span place) {
    return place.start() >= declaration.start()
        && place.start() < type.start()
        && place.end() >= type.end()
        && place.end() <= declaration.end();
  }

  /// The object that a declaration makes, in its condition or loop.
  static Optional<Node> body(Node declaration) {
    Syntax at =
        switch (declaration.syntax()) {
          case Declaration.Resource it -> it.value();
          case Declaration.Module it -> it.value();
          case Syntax other -> other;
        };
    while (true) {
      switch (at) {
        case Expression.ForSyntax it -> at = it.body();
        case Expression.IfCondition it -> at = it.body();
        case Expression.Parenthesized it -> at = it.inner();
        case Expression.ObjectSyntax object -> {
          return Optional.of(new Node(object, Optional.of(declaration)));
        }
        case Syntax _ -> {
          return Optional.empty();
        }
      }
    }
  }

  /// The declaration of the file that stands around a place.
  private Optional<Declaration> around(Span place) {
    return tree.nodes().stream()
        .filter(it -> it.around().isEmpty() && it.syntax() instanceof Declaration)
        .filter(it -> it.span().start() <= place.start() && place.end() <= it.span().end())
        .map(it -> (Declaration) it.syntax())
        .findFirst();
  }

  @Override
  public Attempt standard(Span parameter, Value wanted) {
    Optional<Expression> now =
        around(parameter).stream()
            .flatMap(it -> BicepTree.value(it).stream())
            .filter(it ->
                it instanceof Expression.BooleanLiteral || it instanceof Expression.NullLiteral)
            .findFirst();
    return now.map(it ->
            Attempt.of(
                Splice.replace(
                    it.span(), Written.BICEP.value(wanted, Optional.empty(), Layout.of(text)))))
        .orElseGet(() -> Attempt.refused("the parameter's default is computed"));
  }

  @Override
  public Attempt secure(Span declaration) {
    return switch (around(declaration).orElse(null)) {
      case Declaration.Parameter it ->
          it.decorators().stream()
                  .anyMatch(each -> each.name().filter("secure"::equals).isPresent())
              ? Attempt.of()
              : secure(it, it.type());
      case Declaration.Output it ->
          it.decorators().stream()
                  .anyMatch(each -> each.name().filter("secure"::equals).isPresent())
              ? Attempt.of()
              : secure(it, it.type());
      case null, default -> nested(declaration);
    };
  }

  /// A parameter of a template that stands in this file as an object.
  private Attempt nested(Span declaration) {
    List<Expression.StringSyntax> types =
        tree.at(declaration).stream()
            .flatMap(it -> BicepTree.parts(it.syntax()).stream())
            .filter(Expression.ObjectSyntax.class::isInstance)
            .flatMap(it -> ((Expression.ObjectSyntax) it).members().stream())
            .filter(ObjectMember.Property.class::isInstance)
            .map(ObjectMember.Property.class::cast)
            .filter(it -> it.name().filter("type"::equalsIgnoreCase).isPresent())
            .map(ObjectMember.Property::value)
            .filter(Expression.StringSyntax.class::isInstance)
            .map(Expression.StringSyntax.class::cast)
            .toList();
    if (types.size() != 1) {
      return Attempt.refused("what gets it declares nothing that could be secure");
    }
    String now = types.getFirst().text().orElse("").toLowerCase(Locale.ROOT);
    return CAN_BE_SECURE.contains(now)
        ? Attempt.of(Splice.replace(types.getFirst().span(), "'secure" + now + "'"))
        : Attempt.refused("only a `string` or an `object` can be secure, and not `" + now + "`");
  }

  private Attempt secure(Declaration declaration, TypeExpression type) {
    String written = text.substring(type.span().start(), type.span().end());
    return CAN_BE_SECURE.contains(written)
        ? Attempt.of(
            Splice.insert(declaration.span().start(), "@secure()" + Layout.of(text).lineEnd()))
        : Attempt.refused(
            "only a `string` or an `object` can be secure, and not `" + written + "`");
  }

  /// Without an output, or a resource, when the place is one; empty when it is none.
  Optional<Attempt> remove(Span place) {
    // Decorators stand before what a finding points at.
    Optional<Declaration> output =
        around(place)
            .filter(Declaration.Output.class::isInstance)
            .filter(it -> it.span().end() == place.end());
    return output
        .<Attempt>map(this::without)
        .or(() ->
            header(place)
                .map(Node::syntax)
                .filter(Declaration.Resource.class::isInstance)
                .map(it -> without((Declaration.Resource) it)));
  }

  private Attempt without(Declaration.Resource resource) {
    String name = resource.name().name();
    List<Span> uses =
        tree.nodes().stream()
            .map(Node::syntax)
            .filter(Expression.VariableAccess.class::isInstance)
            .map(Expression.VariableAccess.class::cast)
            .filter(it -> it.name().name().equals(name))
            .map(Syntax::span)
            .filter(it -> it.start() < resource.span().start() || resource.span().end() < it.end())
            .toList();
    return uses.isEmpty()
        ? without((Declaration) resource)
        : Attempt.refused(Phrase.of("`" + name + "` is used at ").and(Used.at(source, uses)));
  }

  private Attempt without(Declaration declaration) {
    Layout layout = Layout.of(text);
    int start = layout.lineStart(declaration.span().start());
    int end = Layout.pastLineEnd(text, layout.lineEnd(declaration.span().end()));
    int next = Layout.pastLineEnd(text, end);
    return Attempt.of(Splice.delete(start, next > end ? next : end));
  }

  /// What a resource is called, and what of it is wanted.
  @Override
  public Coded code(Span declaration, String path) {
    return code(declaration, path, path.contains("."));
  }

  /// @param always whether it has to be there whatever is deployed
  Coded code(Span declaration, String path, boolean always) {
    Optional<Declaration.Resource> found = resource(declaration);
    if (found.isEmpty()) {
      return new Coded.Refused("what it has to refer to has no name of its own in this file");
    }
    Declaration.Resource resource = found.orElseThrow();
    return switch (resource.value()) {
      case Expression.ForSyntax _ ->
          new Coded.Refused("`" + resource.name().name() + "` is declared in a loop");
      case Expression.IfCondition _ when always ->
          new Coded.Refused("`" + resource.name().name() + "` is deployed under a condition");
      case Expression.ObjectSyntax object
          when resource.existing()
              && path.isEmpty()
              && BicepTree.property(object, "scope").isPresent() ->
          new Coded.Refused("`" + resource.name().name() + "` is in another resource group");
      case Expression _ ->
          new Coded.Code(resource.name().name() + (path.isEmpty() ? "" : "." + path));
    };
  }

  Optional<Declaration.Resource> resource(Span declaration) {
    return header(declaration)
        .filter(it -> it.around().isEmpty())
        .map(Node::syntax)
        .filter(Declaration.Resource.class::isInstance)
        .map(Declaration.Resource.class::cast);
  }

  @Override
  public Coded name(Span declaration, Span place) {
    return header(declaration)
        .filter(it -> it.span().start() <= place.start() && place.end() <= it.span().end())
        .flatMap(BicepDeclarations::body)
        .flatMap(it -> BicepTree.property(it.syntax(), "name"))
        .map(it -> it.value().span())
        .<Coded>map(it -> new Coded.Code(text.substring(it.start(), it.end())))
        .orElseGet(() -> new Coded.Refused(Coded.OTHERWISE));
  }

  /// The condition of a resource, with its parentheses.
  Optional<String> condition(Span declaration) {
    return resource(declaration)
        .map(Declaration.Resource::value)
        .filter(Expression.IfCondition.class::isInstance)
        .map(it -> ((Expression.IfCondition) it).condition().span())
        .map(it -> text.substring(it.start(), it.end()));
  }

  @Override
  public Coded role(String guid) {
    if (tree.nodes().stream()
        .anyMatch(it -> it.syntax() instanceof Declaration.ParameterAssignment)) {
      return new Coded.Refused("a parameter file makes no ids");
    }
    // Roles that Azure has are the same in all subscriptions.
    String function = ABOVE.contains(scope()) ? "tenantResourceId" : "subscriptionResourceId";
    return new Coded.Code(
        function + "(" + Written.BICEP.text(ROLES) + ", " + Written.BICEP.text(guid) + ")");
  }

  /// What the file is deployed to.
  private String scope() {
    return tree.nodes().stream()
        .map(Node::syntax)
        .filter(Declaration.TargetScope.class::isInstance)
        .map(it -> ((Declaration.TargetScope) it).value())
        .filter(Expression.StringSyntax.class::isInstance)
        .flatMap(it -> ((Expression.StringSyntax) it).text().stream())
        .findFirst()
        .orElse("resourceGroup");
  }

  @Override
  public Attempt assign(Assignment wanted) {
    Coded principal = code(wanted.identity(), wanted.principal(), false);
    Coded scope = code(wanted.scope(), "", false);
    if (principal instanceof Coded.Refused(String why)) {
      return Attempt.refused(why);
    }
    if (scope instanceof Coded.Refused(String why)) {
      return Attempt.refused(why);
    }
    Optional<String> condition = condition(wanted.identity());
    Optional<String> other = condition(wanted.scope());
    if (condition.isPresent() && other.isPresent() && !condition.equals(other)) {
      return Attempt.refused("its two ends are deployed under different conditions");
    }
    Declaration.Resource who = resource(wanted.identity()).orElseThrow();
    Declaration.Resource where = resource(wanted.scope()).orElseThrow();
    String name = guid(wanted, who, where);
    if (text.contains(name)) {
      return Attempt.of();
    }
    String object = ((Coded.Code) principal).text();
    // The compiler wants to hear that the resource is there whenever this is.
    List<String> lines =
        lines(
            wanted,
            ((Coded.Code) role(wanted.role())).text(),
            free(who.name().name() + "MayCall" + upper(where.name().name())),
            condition.or(() -> other).map(it -> "if (" + bare(it) + ") ").orElse(""),
            List.of(
                name,
                where.name().name(),
                condition.isPresent() ? object.replaceFirst("\\.", "!.") : object));
    Layout layout = Layout.of(text);
    int behind = Math.max(who.span().end(), where.span().end());
    return Attempt.of(
        Splice.insert(
            layout.lineEnd(behind), layout.lineEnd() + String.join(layout.lineEnd(), lines)));
  }

  private static String guid(
      Assignment wanted, Declaration.Resource who, Declaration.Resource where) {
    return "guid("
        + where.name().name()
        + ".id, "
        + who.name().name()
        + ".id, '"
        + wanted.role()
        + "')";
  }

  private static String upper(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /// @param role how the file says the id of the role
  /// @param codes its name, its scope, and the object id
  private List<String> lines(
      Assignment wanted, String role, String symbol, String condition, List<String> codes) {
    String unit = Layout.of(text).unit();
    return List.of(
        "",
        "resource "
            + symbol
            + " 'Microsoft.Authorization/roleAssignments@2022-04-01' = "
            + condition
            + "{",
        unit + "name: " + codes.get(0),
        unit + "scope: " + codes.get(1),
        unit + "properties: {",
        unit.repeat(2) + "roleDefinitionId: " + role + " // " + wanted.roleName(),
        unit.repeat(2) + "principalId: " + codes.get(2),
        unit.repeat(2) + "principalType: 'ServicePrincipal'",
        unit + "}",
        "}");
  }

  static String bare(String condition) {
    return condition.startsWith("(") && condition.endsWith(")")
        ? condition.substring(1, condition.length() - 1)
        : condition;
  }

  /// A name that nothing in the file has.
  String free(String name) {
    String free = name;
    for (int i = 2; text.contains(free); i++) {
      free = name + i;
    }
    return free;
  }

  @Override
  public Attempt guid(Span declaration) {
    return header(declaration)
        .flatMap(BicepDeclarations::body)
        .map(it -> new BicepGuid(tree, text).of(it, scope()))
        .orElseGet(() -> Attempt.refused("the assignment is not declared here"));
  }

  @Override
  public Attempt logs(Span declaration) {
    return new BicepLogs(this, tree, text).of(declaration);
  }

  @Override
  public Attempt zones(Span list, List<String> names) {
    return new BicepZones(this, tree, text).of(list, names);
  }

  @Override
  public Attempt version(Span declaration, String wanted) {
    Optional<Node> found = header(declaration);
    if (found.isPresent()
        && found.orElseThrow().syntax() instanceof Declaration.Resource resource
        && resource.type() instanceof Expression.StringSyntax type) {
      String written = text.substring(type.span().start(), type.span().end());
      int at = written.lastIndexOf('@');
      if (at > 0) {
        Span version = new Span(type.span().start() + at + 1, type.span().end() - 1);
        return written.substring(at + 1, written.length() - 1).equals(wanted)
            ? Attempt.of()
            : Attempt.of(Splice.replace(version, wanted));
      }
    }
    return Attempt.refused("its api-version does not stand in its declaration");
  }
}
