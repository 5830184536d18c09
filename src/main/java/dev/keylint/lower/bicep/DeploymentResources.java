package dev.keylint.lower.bicep;

import dev.keylint.lower.EmbeddedTemplates;
import dev.keylint.lower.Inline;
import dev.keylint.lower.ObjectMembers;
import dev.keylint.lower.ParameterValue;
import dev.keylint.lower.ReadArguments;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes deployments of what Bicep files declare as plain resources of that type: their `template`
/// is ARM JSON, written out or loaded from a file.
final class DeploymentResources {
  private static final String TYPE = "microsoft.resources/deployments";

  private final BicepUnit unit;
  private final WrittenValues values;

  DeploymentResources(BicepUnit unit, WrittenValues values) {
    this.unit = unit;
    this.values = values;
  }

  /// The deployment that a resource is; empty when it is none.
  Optional<Declaration> of(Declaration.Resource resource, BicepScope scope) {
    if (!resource.type().toLowerCase(Locale.ROOT).equals(TYPE)) {
      return Optional.empty();
    }
    Optional<Expr.ObjectExpr> body = object(Optional.of(resource.body()));
    Optional<Expr> written = body.flatMap(members -> ObjectMembers.find(members, "properties"));
    Optional<Expr.ObjectExpr> properties =
        object(written.map(found -> values.followed(found, scope.outermost())));
    if (resource.existing()) {
      properties
          .flatMap(members -> ObjectMembers.find(members, "template"))
          .ifPresent(template -> unit.report(EmbeddedTemplates.notDeployed(template.at())));
      return Optional.empty();
    }
    Inline inline =
        properties
            .flatMap(members -> content(members, scope.outermost()))
            .orElseGet(() -> nothing(resource, body));
    List<Argument> arguments =
        new ArrayList<>(
            properties
                .map(this::arguments)
                .orElseGet(() -> ReadArguments.all(List.of()))
                .of(inline.content()));
    arguments.addAll(inline.arguments());
    return Optional.of(
        new Declaration.Deployment(
            resource.symbol(),
            resource.apiVersion(),
            Optional.of(resource.name()),
            resource.scope().or(() -> body.flatMap(DeploymentResources::target)),
            resource.condition(),
            resource.loop(),
            resource.dependsOn(),
            arguments,
            inline.content(),
            resource.at()));
  }

  /// A deployment whose template can't be found, because its properties are computed or could not
  /// be read, or that has none.
  private Inline nothing(Declaration.Resource resource, Optional<Expr.ObjectExpr> body) {
    boolean computed =
        body.isEmpty()
            || !isWhole(body.orElseThrow())
            || ObjectMembers.find(body.orElseThrow(), "properties")
                .filter(properties ->
                    !(properties instanceof Expr.ObjectExpr object && isWhole(object)))
                .isPresent();
    if (computed) {
      unit.report(
          Kind.UNSUPPORTED, "computed properties of a deployment are not supported", resource.at());
    } else {
      unit.report(
          Kind.SEMANTIC, "the deployment has neither `template` nor `templateLink`", resource.at());
    }
    return new Inline(
        new Content.Unread(computed ? "a computed template" : "no template"), List.of());
  }

  private static boolean isWhole(Expr.ObjectExpr object) {
    return object.members().stream().allMatch(Expr.Member.Entry.class::isInstance);
  }

  private static Optional<Expr.ObjectExpr> object(Optional<Expr> expr) {
    return expr.filter(Expr.ObjectExpr.class::isInstance).map(Expr.ObjectExpr.class::cast);
  }

  /// `subscriptionId` and `resourceGroup` as the scope functions that they mean.
  private static Optional<Expr> target(Expr.ObjectExpr body) {
    Optional<Expr> subscription = ObjectMembers.find(body, "subscriptionId");
    Optional<Expr> group = ObjectMembers.find(body, "resourceGroup");
    List<Expr> arguments = new ArrayList<>();
    subscription.ifPresent(arguments::add);
    group.ifPresent(arguments::add);
    String function = group.isPresent() ? "resourceGroup" : "subscription";
    return arguments.stream()
        .findFirst()
        .map(first -> new Expr.Call(Optional.empty(), function, arguments, first.at()));
  }

  private Optional<Inline> content(Expr.ObjectExpr properties, BicepScope file) {
    Optional<Expr> template = ObjectMembers.find(properties, "template");
    return template.isPresent()
        ? template.map(written -> nested(written, properties, file))
        : ObjectMembers.find(properties, "templateLink")
            .map(link -> new Inline(linked(link), List.of()));
  }

  private Inline nested(Expr template, Expr.ObjectExpr properties, BicepScope file) {
    Expr written = values.followed(template, file);
    Optional<Template> loaded = values.template(written);
    if (loaded.isPresent()) {
      // What an expression gives is not evaluated again by the deployment around it.
      return new Inline(new Content.Inner(loaded.orElseThrow()), List.of());
    }
    boolean isVariable = template instanceof Expr.VariableRef;
    Optional<Inline> inline =
        object(Optional.of(written))
            .flatMap(members ->
                isVariable
                    ? unit.linker()
                        .embedded(members, unit::report)
                        .map(it -> new Inline(new Content.Inner(it.template()), it.arguments()))
                    : unit.linker().inline(members, !isInner(properties), unit::report));
    return inline.orElseGet(() -> {
      unit.report(Kind.UNSUPPORTED, "a computed template is not supported", written.at());
      return new Inline(new Content.Unread("a computed template"), List.of());
    });
  }

  /// A linked template: in a file beside this one, or a template spec.
  private Content linked(Expr link) {
    Optional<Expr.ObjectExpr> members = object(Optional.of(link));
    Optional<String> path = text(members, "relativePath");
    if (path.isPresent()) {
      String reference = path.orElseThrow();
      return unit.linker()
          .module(reference, link.at(), unit::report)
          .<Content>map(Content.Inner::new)
          .orElseGet(() -> new Content.Missing(reference));
    }
    unit.report(Kind.MISSING_MODULE, "the linked template is not here", link.at());
    return new Content.Missing(
        text(members, "uri").or(() -> text(members, "id")).orElse("a linked template"));
  }

  private static Optional<String> text(Optional<Expr.ObjectExpr> object, String name) {
    return object
        .flatMap(members -> ObjectMembers.find(members, name))
        .filter(Expr.StringLiteral.class::isInstance)
        .map(found -> ((Expr.StringLiteral) found).value());
  }

  private static boolean isInner(Expr.ObjectExpr properties) {
    return object(ObjectMembers.find(properties, "expressionEvaluationOptions"))
        .flatMap(options -> ObjectMembers.find(options, "scope"))
        .filter(scope ->
            scope instanceof Expr.StringLiteral(var text, _) && text.equalsIgnoreCase("inner"))
        .isPresent();
  }

  private ReadArguments arguments(Expr.ObjectExpr properties) {
    Optional<Expr> written = ObjectMembers.find(properties, "parameters");
    List<Argument> arguments = new ArrayList<>();
    ParameterValue unwrapping =
        new ParameterValue((construct, at) -> {
          unit.report(Kind.UNSUPPORTED, construct + " is not supported", at);
          return new Expr.Unsupported(construct, at);
        });
    Optional<Expr> unread =
        written.filter(it -> !(it instanceof Expr.ObjectExpr)).map(this::computed);
    for (Expr.Member member : object(written).map(Expr.ObjectExpr::members).orElse(List.of())) {
      switch (member) {
        case Expr.Member.Entry(Expr.StringLiteral(var name, _), var value, var at) ->
            arguments.add(new Argument(name, unwrapping.unwrapped(value), at));
        case Expr.Member.Unread(var what, _) -> unread = Optional.of(what);
        case Expr.Member.Entry _, Expr.Member.Spread _ ->
            unread = Optional.of(computed(written.orElseThrow()));
      }
    }
    return new ReadArguments(arguments, unread);
  }

  private Expr computed(Expr parameters) {
    if (parameters instanceof Expr.Unsupported) {
      return parameters;
    }
    unit.report(Kind.UNSUPPORTED, "computed parameters are not supported", parameters.at());
    return new Expr.Unsupported("computed parameters", parameters.at());
  }
}
