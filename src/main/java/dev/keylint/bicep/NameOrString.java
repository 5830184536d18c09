package dev.keylint.bicep;

import java.util.Optional;

/// What may name a property, an imported symbol or an extension: an identifier or a string.
public sealed interface NameOrString extends Syntax
    permits Identifier, Expression.StringSyntax, Skipped {

  /// The name, unless it is interpolated or missing.
  default Optional<String> literal() {
    return switch (this) {
      case Identifier identifier when identifier.isMissing() -> Optional.empty();
      case Identifier(var name, _) -> Optional.of(name);
      case Expression.StringSyntax string -> string.text();
      case Skipped _ -> Optional.empty();
    };
  }
}
