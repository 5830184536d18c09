package dev.keylint.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The ids of the deployment's own scopes, written out as paths.
public final class ScopeIds {
  private static final Set<String> FUNCTIONS =
      Set.of("subscription", "resourcegroup", "managementgroup");

  private ScopeIds() {}

  /// The path with the ids of scopes spelled out; empty when it starts with something else that is
  /// not known.
  public static Optional<PartialText> spellOut(PartialText path) {
    if (path.chars().startsWith("/")) {
      return Optional.of(path);
    }
    boolean scoped = path.chars().length() == 1 || path.chars().startsWith("/", 1);
    if (path.head().isEmpty() && !path.isKnown() && scoped) {
      return scope(path.holes().getFirst()).map(scope -> prefix(scope, path.from(1)));
    }
    return Optional.empty();
  }

  private static PartialText prefix(PartialText scope, PartialText rest) {
    List<Value> holes = new ArrayList<>(scope.holes());
    holes.addAll(rest.holes());
    return new PartialText(scope.chars() + rest.chars(), holes, rest.origin());
  }

  /// Whether a value is the id of one of the deployment's own scopes.
  public static boolean isOne(Value value) {
    return function(value).isPresent();
  }

  private static Optional<PartialText> scope(Value id) {
    return function(id).map(function -> path(function, id.origin()));
  }

  private static PartialText path(String function, Origin origin) {
    return switch (function) {
      case "managementgroup" ->
          new PartialText(
              "/providers/Microsoft.Management/managementGroups/" + PartialText.HOLE,
              List.of(member("managementGroup", "name", origin)),
              origin);
      case "resourcegroup" ->
          new PartialText(
              "/subscriptions/" + PartialText.HOLE + "/resourceGroups/" + PartialText.HOLE,
              List.of(
                  member("subscription", "subscriptionId", origin),
                  member("resourceGroup", "name", origin)),
              origin);
      default ->
          new PartialText(
              "/subscriptions/" + PartialText.HOLE,
              List.of(member("subscription", "subscriptionId", origin)),
              origin);
    };
  }

  /// The function, in lower case, of which a value is the `id`.
  private static Optional<String> function(Value id) {
    return id instanceof Value.Unknown(Term.Access(var base, var path), _, _)
            && base instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)
            && arguments.isEmpty()
            && path.size() == 1
            && path.getFirst() instanceof Value.Str(var member, _)
            && member.equalsIgnoreCase("id")
        ? Optional.of(function.toLowerCase(Locale.ROOT)).filter(FUNCTIONS::contains)
        : Optional.empty();
  }

  private static Value member(String function, String member, Origin origin) {
    Reason call = new Reason.DeploymentContext(function + "()");
    Reason what = new Reason.DeploymentContext(function + "()." + member);
    Value.Unknown scope = new Value.Unknown(new Term.Call(function, List.of()), call, origin);
    Term access = new Term.Access(scope, List.of(new Value.Str(member, origin)));
    return new Value.Unknown(access, what, origin);
  }
}
