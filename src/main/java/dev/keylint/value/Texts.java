package dev.keylint.value;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Unknown values that are texts, whatever they turn out to be.
public final class Texts {
  /// Functions that give nothing else.
  private static final Set<String> FUNCTIONS =
      Set.of(
          "base64",
          "base64ToString",
          "format",
          "getSecret",
          "guid",
          "join",
          "newGuid",
          "padLeft",
          "readEnvironmentVariable",
          "replace",
          "resourceId",
          "string",
          "subscriptionResourceId",
          "substring",
          "tenantResourceId",
          "toLower",
          "toUpper",
          "trim",
          "uniqueString",
          "uri",
          "uriComponent",
          "uriComponentToString",
          "utcNow");

  /// What `resourceGroup()` and the like have.
  private static final Set<String> SCOPES = Set.of("resourceGroup", "subscription", "tenant");

  private static final Set<String> OF_SCOPES =
      Set.of("displayname", "id", "location", "name", "subscriptionid", "tenantid", "type");

  private Texts() {}

  /// Whether it is certainly one; a parameter's value only as it is.
  public static boolean isText(Value.Unknown value) {
    return switch (value.term()) {
      case Term.Concat _ -> true;
      case Term.Call(String function, List<Value> arguments) ->
          switch (function) {
            case "parameters" -> isText(value.reason());
            case "if" -> arguments.size() == 3 && areTexts(arguments.subList(1, 3));
            case "coalesce" -> areTexts(arguments);
            default -> FUNCTIONS.contains(function);
          };
      case Term.Access(Value.Unknown(Term.Call(String scope, _), _, _), List<Value> path) ->
          SCOPES.contains(scope)
              && path.size() == 1
              && path.getFirst() instanceof Value.Str(String member, _)
              && OF_SCOPES.contains(member.toLowerCase(Locale.ROOT));
      case Term.Access _, Term.Lambda _ -> false;
    };
  }

  private static boolean areTexts(List<Value> values) {
    return values.stream()
        .allMatch(
            it -> it instanceof Value.Str || (it instanceof Value.Unknown each && isText(each)));
  }

  /// Of secure values only texts and objects may be parameters.
  private static boolean isText(Reason reason) {
    return reason instanceof Reason.Secret
        || (reason instanceof Reason.MissingParameter given && given.text());
  }
}
