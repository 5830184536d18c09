package dev.keylint.template;

import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;

/// Something that a template deploys: a resource, or another deployment.
public sealed interface Declaration {
  /// The symbolic name; one made up and unique in the template when the language gives none.
  String symbol();

  Optional<Expr> condition();

  Optional<Loop> loop();

  /// What must be deployed before, as it is written: a `ResourceRef`, or in ARM an expression that
  /// gives a symbolic name, an id, a name or the name of a loop. What follows from references is
  /// not in it.
  List<Expr> dependsOn();

  Location at();

  /// The same, deployed only if a further condition holds.
  default Declaration when(Expr further) {
    Optional<Expr> both =
        condition()
            .<Expr>map(
                own -> new Expr.Call(Optional.empty(), "and", List.of(further, own), own.at()))
            .or(() -> Optional.of(further));
    return switch (this) {
      case Resource it ->
          new Resource(
              it.symbol(),
              it.type(),
              it.apiVersion(),
              it.name(),
              it.parent(),
              it.scope(),
              both,
              it.loop(),
              it.dependsOn(),
              it.body(),
              it.existing(),
              it.onlyIfNotExists(),
              it.extension(),
              it.at());
      case Deployment it ->
          new Deployment(
              it.symbol(),
              it.apiVersion(),
              it.name(),
              it.scope(),
              both,
              it.loop(),
              it.dependsOn(),
              it.arguments(),
              it.content(),
              it.at());
    };
  }

  /// A resource.
  ///
  /// @param type the full type, `Provider/type/child`, as written
  /// @param name with a parent the last segment only, else the full name
  /// @param parent the resource that this one is a child of
  /// @param scope what an extension resource sits on, or another scope: a `ResourceRef`, a scope
  ///   function such as `resourceGroup(..)`, or an expression that gives an id
  /// @param body an `ObjectExpr` of all other properties as written (`properties`, `kind`,
  ///   `identity`, …)
  /// @param existing whether it is only referred to
  /// @param onlyIfNotExists whether it is written only where there is none yet
  /// @param extension the extension that provides it, when it is not Azure Resource Manager
  record Resource(
      String symbol,
      String type,
      String apiVersion,
      Expr name,
      Optional<Expr.ResourceRef> parent,
      Optional<Expr> scope,
      Optional<Expr> condition,
      Optional<Loop> loop,
      List<Expr> dependsOn,
      Expr body,
      boolean existing,
      boolean onlyIfNotExists,
      Optional<String> extension,
      Location at)
      implements Declaration {
    public Resource {
      dependsOn = List.copyOf(dependsOn);
    }

    /// A resource that is always deployed, of which nothing but the properties is said.
    public Resource(
        String symbol, String type, String apiVersion, Expr name, Expr properties, Location at) {
      this(
          symbol,
          type,
          apiVersion,
          name,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          new Expr.ObjectExpr(
              List.of(
                  new Expr.Member.Entry(new Expr.StringLiteral("properties", at), properties, at)),
              at),
          false,
          false,
          Optional.empty(),
          at);
    }
  }

  /// A module or a nested or linked deployment.
  ///
  /// @param name the deployment's name; empty for a Bicep module without one
  /// @param scope the scope that it deploys to: a scope function such as `resourceGroup(..)`, a
  ///   `ResourceRef`, an id
  /// @param arguments what is given for its parameters
  /// @param content the template that it deploys
  record Deployment(
      String symbol,
      String apiVersion,
      Optional<Expr> name,
      Optional<Expr> scope,
      Optional<Expr> condition,
      Optional<Loop> loop,
      List<Expr> dependsOn,
      List<Argument> arguments,
      Content content,
      Location at)
      implements Declaration {
    public Deployment {
      dependsOn = List.copyOf(dependsOn);
      arguments = List.copyOf(arguments);
    }
  }

  /// A value given for a parameter.
  record Argument(String name, Expr value, Location at) {}

  /// What a deployment deploys.
  sealed interface Content {
    /// A template that is here; with inner scope it has its own parameters and variables.
    record Inner(Template template) implements Content {}

    /// A module of a registry or a template spec, evaluated like an inner one: its author is
    /// somebody else, so nobody here can change it.
    ///
    /// @param reference as it is written
    record Published(String reference, Template template) implements Content {}

    /// A nested template whose expressions are evaluated in the scope around it (ARM's default).
    record Outer(Template template) implements Content {}

    /// A template of the scanned files in place of one that is linked by a URL and not fetched:
    /// what fails in it is worth saying, but nothing in it is proof of what is deployed.
    record StandIn(Template template, String url) implements Content {}

    /// A module or linked template that is not here: its reference as written; a diagnostic says
    /// why.
    record Missing(String reference) implements Content {}

    /// Something that can't be told from what is written, as a phrase: it may deploy anything; a
    /// diagnostic says why.
    record Unread(String what) implements Content {}
  }
}
