package dev.keylint.eval;

import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.DeploymentScope;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.eval.scope.Scopes;
import dev.keylint.template.Expr;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.util.Optional;

/// From what a template writes as a scope to the scope.
final class DeclaredScopes {
  private static final String RESOURCE_GROUPS = "Microsoft.Resources/resourceGroups";
  private static final String MANAGEMENT_GROUPS = "Microsoft.Management/managementGroups";

  private final TemplateIndex index;
  private final Frame outermost;
  private final References references;

  /// @param index where variables are looked up
  /// @param outermost what such variables see
  DeclaredScopes(TemplateIndex index, Frame outermost, References references) {
    this.index = index;
    this.outermost = outermost;
    this.references = references;
  }

  /// The scope that a declaration names; `here` is where its template is deployed to.
  DeploymentScope of(Expr expr, DeploymentScope here, Frame frame) {
    return switch (expr) {
      case Expr.Call call when Scopes.isScope(call) -> Scopes.of(call, here, frame);
      case Expr.ResourceRef reference -> ofResource(reference, here, frame);
      case Expr.Conditional conditional when isScope(conditional) -> here;
      case Expr.VariableRef(String name, _) when scopeBehind(name).isPresent() ->
          of(scopeBehind(name).orElseThrow(), here, outermost);
      case Expr _ -> Scopes.ofId(frame.value(expr), here, expr.at(), frame.run());
    };
  }

  /// What a variable stands for when that is a scope; Bicep allows it.
  private Optional<Expr> scopeBehind(String variable) {
    return index.variable(variable).map(Variable::value).filter(DeclaredScopes::isScope);
  }

  /// A choice between scopes compiles to no scope at all, which is the one around.
  private static boolean isScope(Expr expr) {
    return switch (expr) {
      case Expr.Call call -> Scopes.isScope(call);
      case Expr.Conditional(_, Expr then, Expr otherwise, _) -> isScope(then) && isScope(otherwise);
      case Expr _ -> false;
    };
  }

  private DeploymentScope ofResource(
      Expr.ResourceRef reference, DeploymentScope here, Frame frame) {
    Location at = reference.at();
    Optional<Copy> found = references.resource(reference, frame);
    if (found.isEmpty()) {
      return Scopes.ofId(frame.value(reference), here, at, frame.run());
    }
    Copy resource = found.orElseThrow();
    String type = resource.type();
    if (type.equalsIgnoreCase(RESOURCE_GROUPS)) {
      DeploymentScope.Subscription subscription =
          resource.scope().within().orElseGet(() -> Scopes.subscriptionOf(here, at, frame.run()));
      return Scopes.resourceGroup(subscription, resource.name(), at, frame.run());
    }
    if (type.equalsIgnoreCase(MANAGEMENT_GROUPS)) {
      return Scopes.managementGroup(resource.name(), at, frame.run());
    }
    return new DeploymentScope.Extended(resource.id(), here);
  }
}
