package dev.keylint.lower.arm;

import dev.keylint.json.JsonValue;
import dev.keylint.template.Expr;
import java.util.List;
import java.util.Optional;

/// The relative path in a URI that starts from the template's own:
/// `uri(deployment().properties.templateLink.uri, 'nested/x.json')`, the way to link neighbours
/// before `relativePath` came.
final class LinkedPath {
  private LinkedPath() {}

  static Optional<String> of(JsonValue uri, ArmScope scope) {
    return scope.followed(scope.values().value(uri))
                instanceof Expr.Call(_, var function, List<Expr> arguments, _)
            && function.equalsIgnoreCase("uri")
            && arguments.size() == 2
            && isOwnUri(scope.followed(arguments.getFirst()))
        ? path(arguments.getLast())
        : Optional.empty();
  }

  /// Whether an expression is `deployment().properties.templateLink.uri`.
  private static boolean isOwnUri(Expr base) {
    return base
            instanceof
            Expr.Access(
                Expr.Access(
                    Expr.Access(Expr.Call(_, var function, _, _), var first, _, _, _),
                    var second,
                    _,
                    _,
                    _),
                var third,
                _,
                _,
                _)
        && function.equalsIgnoreCase("deployment")
        && is(first, "properties")
        && is(second, "templateLink")
        && is(third, "uri");
  }

  /// The path, without the access token that often follows it.
  private static Optional<String> path(Expr written) {
    return switch (written) {
      case Expr.StringLiteral(var text, _) -> Optional.of(text);
      case Expr.Call(_, var function, List<Expr> arguments, _)
          when function.equalsIgnoreCase("concat")
              && !arguments.isEmpty()
              && arguments.getFirst() instanceof Expr.StringLiteral(var text, _)
              && text.endsWith(".json") ->
          Optional.of(text);
      case Expr _ -> Optional.empty();
    };
  }

  private static boolean is(Expr key, String name) {
    return key instanceof Expr.StringLiteral(var text, _) && text.equalsIgnoreCase(name);
  }
}
