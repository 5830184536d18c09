package dev.keylint.eval.scope;

import dev.keylint.eval.expression.Accesses;
import dev.keylint.eval.expression.BuiltIn;
import dev.keylint.eval.expression.Concatenations;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.expression.FunctionCalls;
import dev.keylint.eval.run.DeploymentScope;
import dev.keylint.eval.run.FunctionNames;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Resource ids: scope id, `/providers/`, and the segments of type and name in turn.
public final class ResourceIds {
  /// `resourceId` and its kind, by name as Azure writes it.
  public static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          "resourceId", ResourceIds::resourceId,
          "subscriptionResourceId", ResourceIds::subscriptionResourceId,
          "tenantResourceId", ResourceIds::tenantResourceId,
          "managementGroupResourceId", ResourceIds::managementGroupResourceId,
          "extensionResourceId", ResourceIds::extensionResourceId);

  private static final List<String> COUNTS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private static final String RESOURCE_GROUPS = "Microsoft.Resources/resourceGroups";
  private static final String ROLE_DEFINITIONS = "Microsoft.Authorization/roleDefinitions";

  private ResourceIds() {}

  /// The id of a declared resource; its name may be one text with slashes.
  public static Value of(DeploymentScope scope, String type, Value name, Location at, Run run) {
    List<Value> segments = NameSegments.of(name, at, run);
    int wanted = types(type).length - 1;
    List<Value> names = segments.size() == wanted ? segments : cut(name, type, at, run);
    return of(scope, type, names, at, run);
  }

  /// The segments that a type asks for of a name that does not show its slashes, as compilers write
  /// them; a name that has others is reported.
  private static List<Value> cut(Value name, String type, Location at, Run run) {
    int wanted = types(type).length - 1;
    if (wanted > 0 && name instanceof Value.Str(String text, _)) {
      run.failed(unfit(text, name, type, wanted), "resourceId", List.of(), name.origin().at());
      return run.silently(() -> split(name, wanted, at, run));
    }
    return split(name, wanted, at, run);
  }

  private static String unfit(String text, Value name, String type, int wanted) {
    String shown = name.origin().secret() ? "***" : text;
    String count = wanted < COUNTS.size() ? COUNTS.get(wanted) : "" + wanted;
    String segments = wanted == 1 ? " segment" : " segments";
    return "the name `" + shown + "` of `" + type + "` needs " + count + segments;
  }

  private static List<Value> split(Value name, int count, Location at, Run run) {
    Value all = FunctionCalls.pure("split", List.of(name, Terms.text("/", at)), at, run);
    List<Value> segments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      segments.add(Accesses.segment(all, Terms.integer(i, at), at, run));
    }
    return segments;
  }

  private static Value of(
      DeploymentScope scope, String type, List<Value> names, Location at, Run run) {
    boolean group =
        type.equalsIgnoreCase(RESOURCE_GROUPS) && scope instanceof DeploymentScope.Subscription;
    List<Value> parts = new ArrayList<>();
    parts.add(base(scope, type));
    if (group) {
      parts.add(Terms.text("/resourceGroups/", at));
      parts.addAll(names);
      return Concatenations.join(parts, at, run);
    }
    String[] types = types(type);
    parts.add(Terms.text("/providers/" + types[0], at));
    for (int i = 1; i < types.length; i++) {
      parts.add(Terms.text("/" + types[i] + "/", at));
      parts.add(names.get(i - 1));
    }
    return Concatenations.join(parts, at, run);
  }

  /// A role is the same one from any scope, so it does not matter which one this is.
  private static Value base(DeploymentScope scope, String type) {
    Value id = scope.id();
    return type.equalsIgnoreCase(ROLE_DEFINITIONS) ? id.at(id.origin().underAnyVariables()) : id;
  }

  /// Whether this is the id of a deployment.
  public static boolean isDeployment(Value id) {
    String last =
        switch (id) {
          case Value.Str(String text, _) -> text;
          case Value.Unknown(Term.Concat(List<Value> parts), _, _) ->
              parts.stream()
                  .map(part -> part instanceof Value.Str(String text, _) ? text : "{}")
                  .collect(Collectors.joining());
          case Value _ -> "";
        };
    String[] segments = last.split("/", -1);
    int count = segments.length;
    return count >= 4
        && segments[count - 4].equalsIgnoreCase("providers")
        && segments[count - 3].equalsIgnoreCase("Microsoft.Resources")
        && segments[count - 2].equalsIgnoreCase("deployments");
  }

  /// The segments of a type; Azure takes a slash at its end.
  private static String[] types(String type) {
    String[] segments = type.split("/");
    return segments.length == 0 ? new String[] {""} : segments;
  }

  private static Value resourceId(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    Run run = frame.run();
    int type = typeIndex(arguments);
    DeploymentScope own = frame.surroundings().scope();
    Optional<DeploymentScope> scope =
        switch (type) {
          case 0 -> Optional.of(own);
          case 1 ->
              own.within()
                  .map(subscription ->
                      own instanceof DeploymentScope.ResourceGroup
                          ? Scopes.resourceGroup(subscription, arguments.getFirst(), call.at(), run)
                          : Scopes.subscription(arguments.getFirst(), call.at(), run));
          case 2 ->
              Optional.of(
                  Scopes.resourceGroup(
                      Scopes.subscription(arguments.get(0), call.at(), run),
                      arguments.get(1),
                      call.at(),
                      run));
          default -> Optional.empty();
        };
    return scope
        .map(found -> tenantInManagementGroup(found, call.at()))
        .map(found -> written(call, found, arguments, type, run))
        .orElseGet(() -> open(call, arguments, run));
  }

  /// In a management group `resourceId` gives ids of the tenant.
  private static DeploymentScope tenantInManagementGroup(DeploymentScope scope, Location at) {
    return scope instanceof DeploymentScope.ManagementGroup ? Scopes.tenant(at) : scope;
  }

  private static Value subscriptionResourceId(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    int type = typeIndex(arguments);
    Optional<DeploymentScope.Subscription> scope =
        switch (type) {
          case 0 -> frame.surroundings().scope().within();
          case 1 -> Optional.of(Scopes.subscription(arguments.getFirst(), call.at(), frame.run()));
          default -> Optional.empty();
        };
    return scope
        .map(found -> written(call, found, arguments, type, frame.run()))
        .orElseGet(() -> open(call, arguments, frame.run()));
  }

  private static Value tenantResourceId(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    return typeIndex(arguments) == 0
        ? written(call, Scopes.tenant(call.at()), arguments, 0, frame.run())
        : open(call, arguments, frame.run());
  }

  private static Value managementGroupResourceId(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    int type = typeIndex(arguments);
    DeploymentScope own = frame.surroundings().scope();
    if (type == 0 && own instanceof DeploymentScope.ManagementGroup) {
      return written(call, own, arguments, type, frame.run());
    }
    if (type == 1) {
      DeploymentScope named = Scopes.managementGroup(arguments.getFirst(), call.at(), frame.run());
      return written(call, named, arguments, type, frame.run());
    }
    return open(call, arguments, frame.run());
  }

  private static Value extensionResourceId(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    if (arguments.size() < 3 || typeIndex(arguments.subList(1, arguments.size())) != 0) {
      return open(call, arguments, frame.run());
    }
    Value base = arguments.getFirst();
    boolean tenant = base instanceof Value.Str(String text, _) && text.equals("/");
    DeploymentScope own = frame.surroundings().scope();
    DeploymentScope scope =
        tenant ? Scopes.tenant(call.at()) : new DeploymentScope.Extended(base, own);
    return written(call, scope, arguments, 1, frame.run());
  }

  private static Value written(
      Expr.Call call, DeploymentScope scope, List<Value> arguments, int type, Run run) {
    if (!(arguments.get(type) instanceof Value.Str(String name, _))) {
      return open(call, arguments, run);
    }
    List<Value> names =
        NameSegments.restored(arguments.subList(type + 1, arguments.size()), call.at(), run);
    if (types(name).length - 1 != names.size()) {
      String message = "type `" + name + "` does not fit " + names.size() + " names";
      return run.failed(message, call.function(), arguments, call.at());
    }
    Optional<Value> cut = NameSegments.wholeName(names);
    return cut.isPresent()
        ? of(scope, name, cut.orElseThrow(), call.at(), run)
        : of(scope, name, names, call.at(), run);
  }

  /// The first argument that is a type: a slash, and a dot before it; -1 when there is none.
  private static int typeIndex(List<Value> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Value.Str(String text, _)) {
        int slash = text.indexOf('/');
        if (slash > 0 && text.substring(0, slash).contains(".")) {
          return i;
        }
      }
    }
    return -1;
  }

  private static Value open(Expr.Call call, List<Value> arguments, Run run) {
    boolean unknown = arguments.stream().anyMatch(Value.Unknown.class::isInstance);
    String message = "`" + FunctionNames.canonical(call.function()) + "` does not name a type here";
    return unknown
        ? Terms.call(call.function(), arguments, call.at())
        : run.failed(message, call.function(), arguments, call.at());
  }
}
