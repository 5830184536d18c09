package dev.keylint.eval.expression;

import dev.keylint.template.DeploymentVariables;
import dev.keylint.template.StoredText;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Values that only Azure knows and that it always fills: never empty, never null.
final class Filled {
  /// Properties that a resource has as soon as it is there; asking one that has none of them fails.
  private static final Set<String> PROPERTIES =
      Set.of(
          "id",
          "principalid",
          "clientid",
          "tenantid",
          "objectid",
          "resourceid",
          "uniqueid",
          "customerid",
          "endpoint",
          "defaulthostname",
          "loginserver",
          "vaulturi");

  /// Members of `subscription()`, `resourceGroup()` and their kind.
  private static final Set<String> SCOPE_PROPERTIES =
      Set.of(
          "id",
          "name",
          "type",
          "location",
          "subscriptionid",
          "tenantid",
          "objectid",
          "displayname");

  /// What the specification of Azure Verified Modules wants of those that make a resource (RMFR7).
  private static final Set<String> OF_ALL_MODULES = Set.of("name", "resourceid");

  private static final Pattern VERIFIED =
      Pattern.compile("br(/public:|:mcr\\.microsoft\\.com/bicep/)avm/res/");

  private static final Set<String> SCOPES =
      Set.of(
          "subscription", "resourceGroup", "managementGroup", "tenant", "deployment", "deployer");

  /// Functions that never give an empty text, whatever their arguments are.
  private static final Set<String> FUNCTIONS =
      Set.of(
          "guid",
          "uniqueString",
          "newGuid",
          "utcNow",
          "resourceId",
          "subscriptionResourceId",
          "tenantResourceId",
          "managementGroupResourceId",
          "extensionResourceId",
          StoredText.WRITTEN);

  /// Functions that give an empty text for an empty text only.
  private static final Set<String> SAME_LENGTH = Set.of("toLower", "toUpper", "base64", "string");

  private Filled() {}

  static boolean isFilled(Value.Unknown value) {
    return isFilled(value.term());
  }

  static boolean isFilled(Term term) {
    return switch (term) {
      case Term.Call(String function, List<Value> arguments) -> call(function, arguments);
      case Term.Access(Value base, List<Value> path) -> member(base, path);
      case Term.Concat(List<Value> parts) -> parts.stream().anyMatch(Filled::certain);
      case Term.Lambda _ -> false;
    };
  }

  private static boolean certain(Value value) {
    return switch (value) {
      case Value.Str(String text, _) -> !text.isEmpty();
      case Value.Unknown unknown -> isFilled(unknown);
      case Value.Arr(List<Value> items, _) -> !items.isEmpty();
      case Value.Obj(var properties, _) -> !properties.isEmpty();
      case Value.Bool _, Value.Int _, Value.Decimal _ -> true;
      case Value.Null _ -> false;
    };
  }

  private static boolean call(String function, List<Value> arguments) {
    return switch (function) {
      case "if" -> arguments.size() == 3 && certain(arguments.get(1)) && certain(arguments.get(2));
      case "coalesce" -> arguments.stream().allMatch(Filled::certain);
      case "externalInputs", "readEnvironmentVariable" ->
          !arguments.isEmpty()
              && arguments.getFirst() instanceof Value.Str(String name, _)
              && DeploymentVariables.isThere(name);
      default ->
          FUNCTIONS.contains(function)
              || (SAME_LENGTH.contains(function)
                  && arguments.size() == 1
                  && certain(arguments.getFirst()));
    };
  }

  private static boolean member(Value base, List<Value> path) {
    if (!(base instanceof Value.Unknown(Term.Call(String function, _), Reason reason, _))
        || !(path.getLast() instanceof Value.Str(String name, _))) {
      return false;
    }
    String last = name.toLowerCase(Locale.ROOT);
    if (SCOPES.contains(function)) {
      return path.size() == 1 && SCOPE_PROPERTIES.contains(last);
    }
    return function.equals("reference")
        && (isOutput(path) ? isKnown(path, reason) : PROPERTIES.contains(last));
  }

  /// Whether all Azure Verified Modules of resources give it out, be they here or not. What stands
  /// in another registry may be anything.
  private static boolean isKnown(List<Value> path, Reason reason) {
    return reason instanceof Reason.MissingModule(String reference)
        && VERIFIED.matcher(reference).lookingAt()
        && path.size() == 3
        && path.get(1) instanceof Value.Str(String output, _)
        && OF_ALL_MODULES.contains(output.toLowerCase(Locale.ROOT));
  }

  /// What a module gives out is the template's choice.
  private static boolean isOutput(List<Value> path) {
    return path.stream()
        .anyMatch(
            key -> key instanceof Value.Str(String name, _) && name.equalsIgnoreCase("outputs"));
  }
}
