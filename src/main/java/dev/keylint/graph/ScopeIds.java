package dev.keylint.graph;

import dev.keylint.value.Origin;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ids of the deployment's own scopes, written out as paths.
final class ScopeIds {
  private ScopeIds() {}

  /// The path with the ids of scopes spelled out; empty when it starts with something else that is
  /// not known.
  static Optional<Text> spellOut(Text path) {
    if (path.chars().startsWith("/")) {
      return Optional.of(path);
    }
    boolean scoped = path.chars().length() == 1 || path.chars().startsWith("/", 1);
    if (path.head().isEmpty() && !path.isKnown() && scoped) {
      return scope(path.holes().getFirst()).map(scope -> prefix(scope, path.from(1)));
    }
    return Optional.empty();
  }

  private static Text prefix(Text scope, Text rest) {
    List<Value> holes = new ArrayList<>(scope.holes());
    holes.addAll(rest.holes());
    return new Text(scope.chars() + rest.chars(), holes, rest.origin());
  }

  private static Optional<Text> scope(Value id) {
    if (!(id instanceof Value.Unknown(Term.Access(var base, var path), _, _))
        || !(base instanceof Value.Unknown(Term.Call(var function, var arguments), _, _))
        || !arguments.isEmpty()
        || path.size() != 1
        || !(path.getFirst() instanceof Value.Str(var member, _))
        || !member.equalsIgnoreCase("id")) {
      return Optional.empty();
    }
    if (function.equalsIgnoreCase("resourceGroup")) {
      return Optional.of(
          new Text(
              "/subscriptions/" + Text.HOLE + "/resourceGroups/" + Text.HOLE,
              List.of(
                  member(id, "subscription", "subscriptionId"),
                  member(id, "resourceGroup", "name")),
              id.origin()));
    }
    if (function.equalsIgnoreCase("subscription")) {
      return Optional.of(
          new Text(
              "/subscriptions/" + Text.HOLE,
              List.of(member(id, "subscription", "subscriptionId")),
              id.origin()));
    }
    if (function.equalsIgnoreCase("managementGroup")) {
      return Optional.of(
          new Text(
              "/providers/Microsoft.Management/managementGroups/" + Text.HOLE,
              List.of(member(id, "managementGroup", "name")),
              id.origin()));
    }
    return Optional.empty();
  }

  private static Value member(Value id, String function, String member) {
    Origin origin = id.origin();
    Value.Unknown call =
        new Value.Unknown(new Term.Call(function, List.of()), Doubt.because(id).reason(), origin);
    return new Value.Unknown(
        new Term.Access(call, List.of(new Value.Str(member, origin))), call.reason(), origin);
  }
}
