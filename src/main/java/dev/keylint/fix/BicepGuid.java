package dev.keylint.fix;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Syntax;
import dev.keylint.fix.BicepTree.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The name of a role assignment that is made of its scope, principal and role, as a Bicep file
/// says them. A name has to be known before the deployment, so that of what a resource is given by
/// Azure the resource's id takes the place.
record BicepGuid(BicepTree tree, String text) {
  /// What of a resource is known before it is deployed.
  private static final Set<String> KNOWN = Set.of("id", "name", "type", "apiVersion");

  private static final Set<String> SCOPES =
      Set.of("resourceGroup", "subscription", "managementGroup");

  /// @param assignment the object that a declaration makes
  Attempt of(Node assignment, String targetScope) {
    Optional<Expression> name = member(assignment.syntax(), "name");
    Optional<Expression> body = member(assignment.syntax(), "properties");
    Optional<String> scope =
        member(assignment.syntax(), "scope")
            .map(this::scope)
            .orElseGet(
                () -> Optional.of(targetScope).filter(SCOPES::contains).map(it -> it + "().id"));
    Optional<String> principal = body.flatMap(it -> member(it, "principalId")).flatMap(this::code);
    Optional<String> role = body.flatMap(it -> member(it, "roleDefinitionId")).flatMap(this::code);
    if (name.isEmpty() || scope.isEmpty() || principal.isEmpty() || role.isEmpty()) {
      return Attempt.refused("its scope, principal or role is not known before it is deployed");
    }
    String guid =
        "guid("
            + String.join(", ", scope.orElseThrow(), principal.orElseThrow(), role.orElseThrow())
            + ")";
    return slice(name.orElseThrow()).equals(guid)
        ? Attempt.of()
        : Attempt.of(Splice.replace(name.orElseThrow().span(), guid));
  }

  private static Optional<Expression> member(Syntax object, String name) {
    return BicepTree.property(object, name).map(ObjectMember.Property::value);
  }

  private Optional<String> scope(Expression scope) {
    return switch (scope) {
      case Expression.VariableAccess _, Expression.ResourceAccess _, Expression.ArrayAccess _ ->
          Optional.of(slice(scope) + ".id");
      case Expression.FunctionCall(var name, var arguments, _)
          when SCOPES.contains(name.name()) && arguments.isEmpty() ->
          Optional.of(slice(scope) + ".id");
      case Expression _ -> Optional.empty();
    };
  }

  /// What stands there, if it is known before the deployment; else the id of the resource it is of.
  private Optional<String> code(Expression value) {
    if (isKnown(value)) {
      return Optional.of(slice(value));
    }
    Expression at = value;
    while (at instanceof Expression.PropertyAccess(var base, _, _, _)) {
      at = base instanceof Expression.NonNullAssertion(var inner, _) ? inner : base;
    }
    boolean single =
        at instanceof Expression.VariableAccess(var name, _) && tree.isResource(name.name());
    boolean item =
        at
                instanceof
                Expression.ArrayAccess(Expression.VariableAccess(var list, _), var index, _, _, _)
            && tree.isResource(list.name())
            && isKnown(index);
    boolean resource = single || item;
    return resource ? Optional.of(slice(at) + ".id") : Optional.empty();
  }

  /// Whether nothing in an expression is told by Azure; chains of variables may be as long as a
  /// hostile file.
  private boolean isKnown(Syntax whole) {
    Set<String> seen = new HashSet<>();
    Deque<Syntax> rest = new ArrayDeque<>(List.of(whole));
    while (!rest.isEmpty()) {
      Syntax next = rest.pop();
      if (next instanceof Expression.PropertyAccess(var base, var name, _, _)
          && root(base).filter(tree::isResource).isPresent()) {
        if (!KNOWN.contains(name.name())) {
          return false;
        }
      } else if (next instanceof Expression.VariableAccess(var name, _)) {
        if (tree.isResource(name.name()) || tree.isModule(name.name())) {
          return false;
        }
        if (seen.add(name.name())) {
          tree.declared(name.name())
              .map(Node::syntax)
              .filter(Declaration.Variable.class::isInstance)
              .ifPresent(rest::push);
        }
      } else {
        BicepTree.parts(next).forEach(rest::push);
      }
    }
    return true;
  }

  private static Optional<String> root(Expression base) {
    return switch (base) {
      case Expression.VariableAccess(var name, _) -> Optional.of(name.name());
      case Expression.ArrayAccess(Expression.VariableAccess(var name, _), _, _, _, _) ->
          Optional.of(name.name());
      case Expression _ -> Optional.empty();
    };
  }

  private String slice(Syntax syntax) {
    return text.substring(syntax.span().start(), syntax.span().end());
  }
}
