package dev.keylint.lower;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes deployments of the templates that resources hold in their bodies: deployment stacks,
/// template specs, managed applications, policies that deploy, and blueprints.
public final class EmbeddedTemplates {
  private final FrontEnd frontEnd;

  public EmbeddedTemplates(FrontEnd frontEnd) {
    this.frontEnd = frontEnd;
  }

  /// What the language of the file around a template knows.
  public interface FrontEnd {
    /// The value behind the name of a variable; any other expression as it is.
    Expr followed(Expr written);

    /// The template that an expression is; empty when it is none that can be read.
    Optional<Embedded> read(Expr written);

    /// Takes what there is to say.
    void report(Diagnostic diagnostic);
  }

  /// The deployment of the template in a resource; empty when it holds none.
  public Optional<Declaration.Deployment> of(Declaration.Resource resource) {
    return EmbeddingType.of(resource.type())
        .filter(_ -> resource.extension().isEmpty())
        .flatMap(type -> of(type, resource));
  }

  /// Says of the template of an existing resource that nothing deploys it.
  public static Diagnostic notDeployed(Location template) {
    return Diagnostic.of(
        Kind.SEMANTIC, "an existing resource does not deploy a template again", template);
  }

  private Optional<Declaration.Deployment> of(EmbeddingType type, Declaration.Resource resource) {
    Expr owner = resource.body();
    for (String name : type.owner()) {
      Optional<Expr> member = member(owner, name);
      if (member.isEmpty()) {
        return Optional.empty();
      }
      owner = member.orElseThrow();
    }
    Expr properties = owner;
    Optional<Expr> written = member(properties, type.template());
    if (written.isEmpty()) {
      return resource.existing() ? Optional.empty() : elsewhere(properties, resource);
    }
    Location at = written.orElseThrow().at();
    if (resource.existing()) {
      frontEnd.report(notDeployed(at));
      return Optional.empty();
    }
    Optional<Embedded> read = frontEnd.read(frontEnd.followed(written.orElseThrow()));
    if (read.isEmpty()) {
      frontEnd.report(Diagnostic.of(Kind.UNSUPPORTED, "a computed template is not supported", at));
      return Optional.of(missing(resource, new Content.Unread("a computed template")));
    }
    Embedded embedded = read.orElseThrow();
    List<Argument> arguments = new ArrayList<>(given(type, properties).of(embedded.template()));
    arguments.addAll(embedded.arguments());
    if (!type.deploys()) {
      arguments.addAll(later(embedded.template(), arguments));
    }
    Optional<Expr> scope =
        type.deploys()
            ? member(properties, "deploymentScope").or(resource::scope)
            : Optional.of(somewhere(embedded.template(), resource, at));
    return Optional.of(
        deployment(resource, scope, arguments, new Content.Inner(embedded.template())));
  }

  /// A template that the resource only names: it stands in a package, or behind a link.
  private Optional<Declaration.Deployment> elsewhere(
      Expr properties, Declaration.Resource resource) {
    for (String link : List.of("templateLink", "packageFileUri")) {
      Optional<Expr> written = member(properties, link);
      if (written.isPresent()) {
        frontEnd.report(
            Diagnostic.of(
                Kind.MISSING_MODULE,
                "the template that `" + link + "` names is not here",
                written.orElseThrow().at()));
        return Optional.of(missing(resource, new Content.Missing(link)));
      }
    }
    return Optional.empty();
  }

  private static Declaration.Deployment missing(Declaration.Resource resource, Content content) {
    return deployment(resource, resource.scope(), List.of(), content);
  }

  private static Declaration.Deployment deployment(
      Declaration.Resource resource,
      Optional<Expr> scope,
      List<Argument> arguments,
      Content content) {
    return new Declaration.Deployment(
        resource.symbol() + ".template",
        resource.apiVersion(),
        Optional.of(resource.name()),
        scope,
        resource.condition(),
        resource.loop(),
        resource.dependsOn(),
        arguments,
        content,
        resource.at());
  }

  private ReadArguments given(EmbeddingType type, Expr properties) {
    Optional<Expr> written = member(properties, "parameters");
    if (written.isEmpty()) {
      return ReadArguments.all(List.of());
    }
    if (!(written.orElseThrow() instanceof Expr.ObjectExpr(var members, _))) {
      return new ReadArguments(
          List.of(), Optional.of(unsupported("computed parameters", written.orElseThrow().at())));
    }
    ParameterValue unwrapping = new ParameterValue(this::unsupported);
    List<Argument> arguments = new ArrayList<>();
    Optional<Expr> unread = Optional.empty();
    for (Expr.Member member : members) {
      switch (member) {
        case Expr.Member.Entry(Expr.StringLiteral(var name, _), var value, var at) -> {
          Expr unwrapped = unwrapping.unwrapped(value);
          arguments.add(
              new Argument(
                  name, type.hasOwnExpressions() ? decidedLater(unwrapped) : unwrapped, at));
        }
        case Expr.Member.Unread(var what, _) -> unread = Optional.of(what);
        case Expr.Member.Entry(_, _, var at) ->
            unread = Optional.of(unsupported("a computed name", at));
        case Expr.Member.Spread(_, var at) ->
            unread = Optional.of(unsupported("a computed name", at));
      }
    }
    return new ReadArguments(arguments, unread);
  }

  /// An expression such as `[field('name')]` has a value where the policy is applied.
  private static Expr decidedLater(Expr value) {
    return value instanceof Expr.StringLiteral(String text, Location at)
            && Brackets.isBracketed(text)
            && !text.startsWith("[[")
        ? new Expr.Unsupported("the expression `" + text + "` of a policy or blueprint", at)
        : value;
  }

  /// Who deploys the template later gives it what it can't do without.
  private static List<Argument> later(Template template, List<Argument> given) {
    List<Argument> later = new ArrayList<>();
    for (Parameter parameter : template.parameters()) {
      boolean needed = parameter.defaultValue().isEmpty() && !parameter.nullable();
      if (needed && given.stream().noneMatch(it -> it.name().equalsIgnoreCase(parameter.name()))) {
        Expr value =
            new Expr.Unsupported(
                "parameter " + parameter.name() + " of an embedded template", parameter.at());
        later.add(new Argument(parameter.name(), value, parameter.at()));
      }
    }
    return later;
  }

  /// A scope that is none of those that other resources are known to be in, but always the same for
  /// one resource.
  private static Expr somewhere(Template template, Declaration.Resource resource, Location at) {
    Optional<Expr> round =
        resource
            .loop()
            .map(loop -> new Expr.LoopIndex(Optional.of(loop.name()), Optional.empty(), at));
    Expr self = new Expr.ResourceRef(resource.symbol(), round, at);
    Expr id = new Expr.Access(self, new Expr.StringLiteral("id", at), false, false, at);
    Expr unknown = new Expr.Unsupported("the place where an embedded template is deployed", at);
    Expr place = new Expr.Interpolation(List.of(unknown, id), at);
    return switch (template.scope()) {
      case RESOURCE_GROUP -> scope("resourceGroup", List.of(place, place), at);
      case SUBSCRIPTION -> scope("subscription", List.of(place), at);
      case MANAGEMENT_GROUP -> scope("managementGroup", List.of(place), at);
      case TENANT -> scope("tenant", List.of(), at);
    };
  }

  private static Expr scope(String function, List<Expr> arguments, Location at) {
    return new Expr.Call(Optional.empty(), function, arguments, at);
  }

  private Optional<Expr> member(Expr object, String name) {
    return resolved(object) instanceof Expr.ObjectExpr members
        ? ObjectMembers.find(members, name).map(this::resolved)
        : Optional.empty();
  }

  /// What is behind the names of variables, and of members of them.
  private Expr resolved(Expr written) {
    Expr followed = frontEnd.followed(written);
    return followed instanceof Expr.Access(Expr base, Expr.StringLiteral(String key, _), _, _, _)
        ? member(base, key).orElse(followed)
        : followed;
  }

  private Expr unsupported(String construct, Location at) {
    frontEnd.report(Diagnostic.of(Kind.UNSUPPORTED, construct + " is not supported", at));
    return new Expr.Unsupported(construct, at);
  }
}
