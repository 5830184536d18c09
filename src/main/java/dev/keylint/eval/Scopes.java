package dev.keylint.eval;

import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// From what a template writes as a scope to the scope.
final class Scopes {
  private static final String RESOURCE_GROUPS = "Microsoft.Resources/resourceGroups";
  private static final String MANAGEMENT_GROUPS = "Microsoft.Management/managementGroups";

  private static final Set<String> SCOPES =
      Set.of("tenant", "managementgroup", "subscription", "resourcegroup");

  private Scopes() {}

  /// The scope of a root: as far as the user tells, else symbolic.
  static Scope root(Template template, DeploymentContext context, Run run) {
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

  private static Scope.Subscription rootSubscription(
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

  static Scope.Tenant tenant(Location at) {
    return new Scope.Tenant(Terms.text("", at));
  }

  static Scope.ManagementGroup managementGroup(Value name, Location at, Run run) {
    Value prefix = Terms.text("/providers/" + MANAGEMENT_GROUPS + "/", at);
    return new Scope.ManagementGroup(name, Strings.join(List.of(prefix, name), at, run));
  }

  static Scope.Subscription subscription(Value subscriptionId, Location at, Run run) {
    Value prefix = Terms.text("/subscriptions/", at);
    Value id = Strings.join(List.of(prefix, subscriptionId), at, run);
    return new Scope.Subscription(subscriptionId, id);
  }

  static Scope.ResourceGroup resourceGroup(
      Scope.Subscription subscription, Value name, Location at, Run run) {
    Value groups = Terms.text("/resourceGroups/", at);
    Value id = Strings.join(List.of(subscription.id(), groups, name), at, run);
    return new Scope.ResourceGroup(subscription, name, id);
  }

  /// The subscription that a scope lies in.
  static Optional<Scope.Subscription> subscription(Scope scope) {
    return switch (scope) {
      case Scope.Subscription subscription -> Optional.of(subscription);
      case Scope.ResourceGroup(Scope.Subscription subscription, _, _) -> Optional.of(subscription);
      case Scope.Extended(_, Scope around) -> subscription(around);
      case Scope.Tenant _, Scope.ManagementGroup _ -> Optional.empty();
    };
  }

  /// The scope that a declaration names; `here` is where its template is deployed to.
  static Scope of(Expr expr, Scope here, Frame frame) {
    Location at = expr.at();
    Run run = frame.run();
    return switch (expr) {
      case Expr.Call call when call.function().equalsIgnoreCase("tenant") -> tenant(at);
      case Expr.Call call when call.function().equalsIgnoreCase("managementGroup") ->
          call.arguments().isEmpty()
              ? here
              : managementGroup(Calls.arguments(call, frame).getFirst(), at, run);
      case Expr.Call call when call.function().equalsIgnoreCase("subscription") ->
          call.arguments().isEmpty()
              ? subscription(here).<Scope>map(s -> s).orElse(here)
              : subscription(Calls.arguments(call, frame).getFirst(), at, run);
      case Expr.Call call when call.function().equalsIgnoreCase("resourceGroup") ->
          resourceGroup(Calls.arguments(call, frame), here, at, run);
      case Expr.ResourceRef reference -> ofResource(reference, here, frame);
      case Expr.Conditional conditional when isScope(conditional) -> here;
      case Expr.VariableRef(String name, _) when scopeBehind(name, frame).isPresent() ->
          of(
              scopeBehind(name, frame).orElseThrow(),
              here,
              Frame.of(frame.environment(), Bindings.none()));
      case Expr _ -> ofId(Expressions.value(expr, frame), here, at, run);
    };
  }

  /// What a variable stands for when that is a scope; Bicep allows it.
  private static Optional<Expr> scopeBehind(String variable, Frame frame) {
    return frame
        .environment()
        .index()
        .variable(variable)
        .map(Variable::value)
        .filter(Scopes::isScope);
  }

  /// A choice between scopes compiles to no scope at all, which is the one around.
  private static boolean isScope(Expr expr) {
    return switch (expr) {
      case Expr.Call call -> SCOPES.contains(call.function().toLowerCase(Locale.ROOT));
      case Expr.Conditional(_, Expr then, Expr otherwise, _) -> isScope(then) && isScope(otherwise);
      case Expr _ -> false;
    };
  }

  private static Scope resourceGroup(List<Value> arguments, Scope here, Location at, Run run) {
    return switch (arguments.size()) {
      case 0 -> here;
      case 1 ->
          resourceGroup(
              subscription(here)
                  .orElseGet(() ->
                      subscription(
                          given(Optional.empty(), "subscription", "subscriptionId", at), at, run)),
              arguments.getFirst(),
              at,
              run);
      default -> resourceGroup(subscription(arguments.get(0), at, run), arguments.get(1), at, run);
    };
  }

  private static Scope ofResource(Expr.ResourceRef reference, Scope here, Frame frame) {
    Optional<ResourceCopy> found = References.resource(reference, frame);
    if (found.isEmpty()) {
      return ofId(Expressions.value(reference, frame), here, reference.at(), frame.run());
    }
    ResourceCopy resource = found.orElseThrow();
    Declaration.Resource declaration = resource.declaration();
    Location at = reference.at();
    if (declaration.type().equalsIgnoreCase(RESOURCE_GROUPS)) {
      Scope.Subscription subscription =
          subscription(resource.scope())
              .or(() -> subscription(here))
              .orElseGet(() ->
                  subscription(
                      ContextIds.property("subscription", "subscriptionId", at), at, frame.run()));
      return resourceGroup(subscription, resource.name(), at, frame.run());
    }
    if (declaration.type().equalsIgnoreCase(MANAGEMENT_GROUPS)) {
      return managementGroup(resource.name(), at, frame.run());
    }
    return new Scope.Extended(resource.id(), here);
  }

  /// An id written out, also one relative to the scope of the template; `/` is the tenant.
  static Scope ofId(Value id, Scope here, Location at, Run run) {
    String start = start(id);
    if (id instanceof Value.Str && (start.isEmpty() || start.equals("/"))) {
      return tenant(at);
    }
    if (start.isEmpty() || start.startsWith("/")) {
      return known(id, at, run).orElseGet(() -> new Scope.Extended(id, here));
    }
    boolean tenantLevel =
        start.toLowerCase(Locale.ROOT).startsWith(MANAGEMENT_GROUPS.toLowerCase(Locale.ROOT) + "/");
    Value base = tenantLevel ? Terms.text("", at) : here.id();
    Value whole = Strings.join(List.of(base, Terms.text("/providers/", at), id), at, run);
    return known(whole, at, run).orElseGet(() -> new Scope.Extended(whole, here));
  }

  /// The id as a group or subscription, when it is written out as one.
  private static Optional<Scope> known(Value id, Location at, Run run) {
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
      Scope.Subscription subscription = subscription(Terms.text(parts[2], at), at, run);
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
