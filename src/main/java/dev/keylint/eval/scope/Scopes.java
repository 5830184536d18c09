package dev.keylint.eval.scope;

import dev.keylint.eval.expression.Concatenations;
import dev.keylint.eval.expression.ContextIds;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.DeploymentScope;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Makers of scopes: of the root, by a name, an id, or a call of `resourceGroup()` and the like.
public final class Scopes {
  private static final String MANAGEMENT_GROUPS = "Microsoft.Management/managementGroups";

  private static final Set<String> FUNCTIONS =
      Set.of("tenant", "managementgroup", "subscription", "resourcegroup");

  private Scopes() {}

  /// The scope of a root: as far as the user tells, else symbolic.
  public static DeploymentScope root(Template template, DeploymentContext context, Run run) {
    Location at = template.at();
    return switch (template.scope()) {
      case TENANT -> tenant(at);
      case MANAGEMENT_GROUP ->
          managementGroup(given(context.managementGroup(), "managementGroup", "name", at), at, run);
      case SUBSCRIPTION -> rootSubscription(context, at, run);
      case RESOURCE_GROUP ->
          resourceGroup(
              rootSubscription(context, at, run),
              given(context.resourceGroup(), "resourceGroup", "name", at),
              at,
              run);
    };
  }

  private static DeploymentScope.Subscription rootSubscription(
      DeploymentContext context, Location at, Run run) {
    return subscription(
        given(context.subscriptionId(), "subscription", "subscriptionId", at), at, run);
  }

  private static Value given(
      Optional<String> value, String function, String property, Location at) {
    return value
        .<Value>map(text -> Terms.text(text, at))
        .orElseGet(() -> ContextIds.property(function, property, at));
  }

  static DeploymentScope.Tenant tenant(Location at) {
    return new DeploymentScope.Tenant(Terms.text("", at));
  }

  /// The management group of this name.
  public static DeploymentScope.ManagementGroup managementGroup(Value name, Location at, Run run) {
    Value prefix = Terms.text("/providers/" + MANAGEMENT_GROUPS + "/", at);
    return new DeploymentScope.ManagementGroup(
        name, Concatenations.join(List.of(prefix, name), at, run));
  }

  static DeploymentScope.Subscription subscription(Value subscriptionId, Location at, Run run) {
    Value prefix = Terms.text("/subscriptions/", at);
    Value id = Concatenations.join(List.of(prefix, subscriptionId), at, run);
    return new DeploymentScope.Subscription(subscriptionId, id);
  }

  /// The group of this name in a subscription.
  public static DeploymentScope.ResourceGroup resourceGroup(
      DeploymentScope.Subscription subscription, Value name, Location at, Run run) {
    Value groups = Terms.text("/resourceGroups/", at);
    Value id = Concatenations.join(List.of(subscription.id(), groups, name), at, run);
    return new DeploymentScope.ResourceGroup(subscription, name, id);
  }

  /// Whether this is a call of a function that gives a scope.
  public static boolean isScope(Expr.Call call) {
    return FUNCTIONS.contains(call.function().toLowerCase(Locale.ROOT));
  }

  /// The scope that such a call gives; `here` is where its template is deployed to.
  public static DeploymentScope of(Expr.Call call, DeploymentScope here, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    Location at = call.at();
    Run run = frame.run();
    return switch (call.function().toLowerCase(Locale.ROOT)) {
      case "tenant" -> tenant(at);
      case "managementgroup" ->
          arguments.isEmpty() ? here : managementGroup(arguments.getFirst(), at, run);
      case "subscription" ->
          arguments.isEmpty()
              ? here.within().<DeploymentScope>map(s -> s).orElse(here)
              : subscription(arguments.getFirst(), at, run);
      case "resourcegroup" -> resourceGroup(arguments, here, at, run);
      default -> ofId(frame.value(call), here, at, run);
    };
  }

  /// The subscription that a scope lies in, else the root's.
  public static DeploymentScope.Subscription subscriptionOf(
      DeploymentScope scope, Location at, Run run) {
    return scope
        .within()
        .orElseGet(
            () -> subscription(ContextIds.property("subscription", "subscriptionId", at), at, run));
  }

  private static DeploymentScope resourceGroup(
      List<Value> arguments, DeploymentScope here, Location at, Run run) {
    return switch (arguments.size()) {
      case 0 -> here;
      case 1 -> resourceGroup(subscriptionOf(here, at, run), arguments.getFirst(), at, run);
      default -> resourceGroup(subscription(arguments.get(0), at, run), arguments.get(1), at, run);
    };
  }

  /// Whether nothing is given.
  private static boolean isEmpty(Value given) {
    return given instanceof Value.Null
        || (given instanceof Value.Str(String text, _) && text.isEmpty());
  }

  /// Where what names this scope is deployed: a group without a name is the one around, which
  /// templates say by an empty text.
  public static DeploymentScope target(DeploymentScope named, DeploymentScope here) {
    return named instanceof DeploymentScope.ResourceGroup(_, Value name, _) && isEmpty(name)
        ? here
        : named;
  }

  /// An id written out, also one relative to the scope of the template; `/` is the tenant. Nothing,
  /// or an empty text, says no more than that the scope is the one around.
  public static DeploymentScope ofId(Value id, DeploymentScope here, Location at, Run run) {
    if (isEmpty(id)) {
      return here;
    }
    if (!(id instanceof Value.Str || id instanceof Value.Unknown)) {
      Reason none = new Reason.Failed("a scope is an id, and this is none");
      Value unknown = Terms.unknown(new Term.Call("scope", List.of(id)), none, at);
      return new DeploymentScope.Extended(unknown, here);
    }
    String start = start(id);
    if (id instanceof Value.Str && start.equals("/")) {
      return tenant(at);
    }
    if (start.isEmpty() || start.startsWith("/")) {
      return known(id, at, run).orElseGet(() -> new DeploymentScope.Extended(id, here));
    }
    boolean tenantLevel =
        start.toLowerCase(Locale.ROOT).startsWith(MANAGEMENT_GROUPS.toLowerCase(Locale.ROOT) + "/");
    Value base = tenantLevel ? Terms.text("", at) : here.id();
    Value whole = Concatenations.join(List.of(base, Terms.text("/providers/", at), id), at, run);
    return known(whole, at, run).orElseGet(() -> new DeploymentScope.Extended(whole, here));
  }

  /// The id as a group or subscription, when it is written out as one.
  private static Optional<DeploymentScope> known(Value id, Location at, Run run) {
    if (!(id instanceof Value.Str(String text, _))) {
      return Optional.empty();
    }
    String[] parts = text.split("/", -1);
    if (parts.length == 5
        && parts[1].equalsIgnoreCase("providers")
        && (parts[2] + "/" + parts[3]).equalsIgnoreCase(MANAGEMENT_GROUPS)) {
      return Optional.of(managementGroup(Terms.text(parts[4], at), at, run));
    }
    if (parts.length >= 3 && parts[1].equalsIgnoreCase("subscriptions")) {
      DeploymentScope.Subscription subscription = subscription(Terms.text(parts[2], at), at, run);
      if (parts.length == 3) {
        return Optional.of(subscription);
      }
      if (parts.length == 5 && parts[3].equalsIgnoreCase("resourceGroups")) {
        return Optional.of(resourceGroup(subscription, Terms.text(parts[4], at), at, run));
      }
    }
    return Optional.empty();
  }

  private static String start(Value id) {
    return switch (id) {
      case Value.Str(String text, _) -> text;
      case Value.Unknown(Term.Concat(List<Value> parts), _, _)
          when parts.getFirst() instanceof Value.Str(String text, _) ->
          text;
      case Value _ -> "";
    };
  }
}
