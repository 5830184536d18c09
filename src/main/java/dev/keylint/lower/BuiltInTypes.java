package dev.keylint.lower;

import dev.keylint.template.Parameter.Type;
import java.util.Optional;

/// The types that every Bicep file knows.
final class BuiltInTypes {
  private BuiltInTypes() {}

  static Optional<Type> of(String name) {
    return switch (name) {
      case "string" -> Optional.of(Type.STRING);
      case "int" -> Optional.of(Type.INT);
      case "bool" -> Optional.of(Type.BOOL);
      case "object" -> Optional.of(Type.OBJECT);
      case "array" -> Optional.of(Type.ARRAY);
      case "any", "resourceInput", "resourceOutput" -> Optional.of(Type.ANY);
      default -> Optional.empty();
    };
  }
}
