package dev.keylint.lower.arm;

import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a resource or deployment goes when it says so itself: `scope`, `subscriptionId`,
/// `resourceGroup`.
final class ArmTargets {
  private static final String GROUPS = "microsoft.management/managementgroups/";

  private final ArmScope scope;

  ArmTargets(ArmScope scope) {
    this.scope = scope;
  }

  /// The scope that is written; empty when it is that of the deployment around.
  Optional<Expr> of(JsonObject resource) {
    Optional<JsonValue> written = resource.value("scope");
    Optional<Expr> subscription = resource.value("subscriptionId").map(scope.values()::value);
    Optional<Expr> group = resource.value("resourceGroup").map(scope.values()::value);
    if (written.isPresent()) {
      checked(written.orElseThrow());
      return written.map(scope.values()::value).map(this::scope);
    }
    if (group.isPresent()) {
      List<Expr> arguments = new ArrayList<>();
      subscription.ifPresent(arguments::add);
      group.ifPresent(arguments::add);
      return Optional.of(call("resourceGroup", arguments, arguments.getLast().at()));
    }
    return subscription.map(id -> call("subscription", List.of(id), id.at()));
  }

  private void checked(JsonValue written) {
    if (!(written instanceof JsonString || written instanceof JsonNull)) {
      scope
          .problems()
          .add(
              Kind.SEMANTIC,
              "a scope is an id, and this is none",
              scope.values().at(written.span()));
    }
  }

  private Expr scope(Expr written) {
    Location at = written.at();
    String start = start(written);
    if (start.equals("/") && written instanceof Expr.StringLiteral) {
      return call("tenant", List.of(), at);
    }
    if (start.toLowerCase(Locale.ROOT).startsWith(GROUPS)) {
      return managementGroup(written)
          .orElseGet(() -> join(List.of(text("/providers/", at), written), at));
    }
    // An id that starts with a type is continued where it is evaluated.
    return written;
  }

  /// `Microsoft.Management/managementGroups/x` as the scope function that it means.
  private static Optional<Expr> managementGroup(Expr written) {
    Optional<Expr> name =
        switch (written) {
          case Expr.StringLiteral(var value, var at) ->
              Optional.of(text(value.substring(GROUPS.length()), at));
          case Expr.Call(_, var function, var arguments, _)
              when arguments.size() == 2
                  && arguments.getFirst() instanceof Expr.StringLiteral(var first, _)
                  && first.length() == GROUPS.length() + (isFormat(function) ? 3 : 0) ->
              Optional.of(arguments.getLast());
          case Expr _ -> Optional.empty();
        };
    return name.map(group -> call("managementGroup", List.of(group), written.at()));
  }

  /// The literal text that an expression certainly starts with.
  private static String start(Expr written) {
    return switch (written) {
      case Expr.StringLiteral(var value, _) -> value;
      case Expr.Call(_, var function, var arguments, _)
          when !arguments.isEmpty() && (isFormat(function) || isConcat(function)) -> {
        String first = start(arguments.getFirst());
        int hole = isFormat(function) ? first.indexOf('{') : -1;
        yield hole < 0 ? first : first.substring(0, hole);
      }
      case Expr _ -> "";
    };
  }

  private static boolean isFormat(String function) {
    return function.equalsIgnoreCase("format");
  }

  private static boolean isConcat(String function) {
    return function.equalsIgnoreCase("concat");
  }

  private static Expr join(List<Expr> parts, Location at) {
    return call("concat", parts, at);
  }

  private static Expr text(String value, Location at) {
    return new Expr.StringLiteral(value, at);
  }

  private static Expr call(String function, List<Expr> arguments, Location at) {
    return new Expr.Call(Optional.empty(), function, arguments, at);
  }
}
