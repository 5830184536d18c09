package dev.keylint.check;

import dev.keylint.resource.ModuleCall;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;

/// What rules may read of the call of a module.
final class ModuleCallShape {
  static final Shape<ModuleCall> SHAPE =
      new Shape<>(
          "moduleCall",
          List.of(
              new Shape.Field<>(
                  "reference",
                  FieldType.STRING,
                  "what is called: as it is written, or the path of a file; empty for a template"
                      + " that stands in the call",
                  (call, tell) ->
                      tell.value(
                          "reference",
                          new Value.Str(call.reference(), Origin.at(call.at())),
                          call.at())),
              new Shape.Field<>(
                  "arguments",
                  FieldType.DYN,
                  "what is given to its parameters, by name",
                  (call, tell) -> tell.value("arguments", arguments(call), call.at()))),
          List.of());

  private ModuleCallShape() {}

  private static Value arguments(ModuleCall call) {
    return new Value.Obj(
        Properties.of(
            call.arguments().stream()
                .map(it -> new Property(it.name(), it.at(), it.value()))
                .toList()),
        Origin.at(call.at()));
  }
}
