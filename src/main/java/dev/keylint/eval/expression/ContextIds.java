package dev.keylint.eval.expression;

import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Ids of the root's own scopes: however they are put together, the short form is kept.
public final class ContextIds {
  private static final String SUBSCRIPTIONS = "/subscriptions/";
  private static final String RESOURCE_GROUPS = "/resourceGroups/";
  private static final String MANAGEMENT_GROUPS =
      "/providers/Microsoft.Management/managementGroups/";

  private ContextIds() {}

  /// The same text, in which `/subscriptions/{subscription().subscriptionId}` is
  /// `subscription().id`, and so on.
  static List<Value> shorten(List<Value> parts, Location at) {
    List<Value> shorter = replace(parts, SUBSCRIPTIONS, "subscription", "subscriptionId", at);
    shorter = replace(shorter, MANAGEMENT_GROUPS, "managementGroup", "name", at);
    return resourceGroup(shorter, at);
  }

  private static List<Value> replace(
      List<Value> parts, String prefix, String function, String property, Location at) {
    if (parts.size() >= 2
        && parts.getFirst() instanceof Value.Str(String text, _)
        && text.equalsIgnoreCase(prefix)
        && is(parts.get(1), function, property)) {
      return start(id(function, at), parts.subList(2, parts.size()));
    }
    return parts;
  }

  private static List<Value> resourceGroup(List<Value> parts, Location at) {
    if (parts.size() >= 3
        && is(parts.getFirst(), "subscription", "id")
        && parts.get(1) instanceof Value.Str(String text, _)
        && text.equalsIgnoreCase(RESOURCE_GROUPS)
        && is(parts.get(2), "resourceGroup", "name")) {
      return start(id("resourceGroup", at), parts.subList(3, parts.size()));
    }
    return parts;
  }

  private static List<Value> start(Value first, List<Value> rest) {
    List<Value> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return all;
  }

  /// A property of the root's own subscription, group or deployment.
  public static Value.Unknown property(String function, String property, Location at) {
    Value call =
        Terms.unknown(
            new Term.Call(function, List.of()), new Reason.DeploymentContext(function + "()"), at);
    Term access = new Term.Access(call, List.of(Terms.text(property, at)));
    String what = function + "()." + property;
    return Terms.unknown(access, new Reason.DeploymentContext(what), at);
  }

  private static Value id(String function, Location at) {
    return property(function, "id", at);
  }

  private static boolean is(Value value, String function, String property) {
    return value instanceof Value.Unknown(Term.Access(Value base, List<Value> path), _, _)
        && path.size() == 1
        && path.getFirst() instanceof Value.Str(String key, _)
        && key.equals(property)
        && base instanceof Value.Unknown(Term.Call(String name, List<Value> arguments), _, _)
        && name.equals(function)
        && arguments.isEmpty();
  }
}
