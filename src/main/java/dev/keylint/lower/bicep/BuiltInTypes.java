package dev.keylint.lower.bicep;

import dev.keylint.template.Parameter;
import java.util.Optional;

/// The types that every Bicep file knows.
final class BuiltInTypes {
  private BuiltInTypes() {}

  static Optional<Parameter.Type> of(String name) {
    return switch (name) {
      case "string" -> Optional.of(Parameter.Type.STRING);
      case "int" -> Optional.of(Parameter.Type.INT);
      case "bool" -> Optional.of(Parameter.Type.BOOL);
      case "object" -> Optional.of(Parameter.Type.OBJECT);
      case "array" -> Optional.of(Parameter.Type.ARRAY);
      case "any", "resourceInput", "resourceOutput" -> Optional.of(Parameter.Type.ANY);
      default -> Optional.empty();
    };
  }
}
