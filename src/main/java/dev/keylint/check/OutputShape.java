package dev.keylint.check;

import dev.keylint.resource.DeployedOutput;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;

/// What rules may read of an output.
final class OutputShape {
  static final Shape<DeployedOutput> SHAPE =
      new Shape<>(
          "output",
          List.of(
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "its name",
                  (output, tell) ->
                      tell.value(
                          "name",
                          new Value.Str(output.name(), Origin.at(output.at())),
                          output.at())),
              new Shape.Field<>(
                  "secure",
                  FieldType.BOOL,
                  "whether its value is kept out of the deployment history",
                  (output, tell) ->
                      tell.answered("secure", Answer.of(output.secure()), output.at())),
              new Shape.Field<>(
                  "value",
                  FieldType.DYN,
                  "its value",
                  (output, tell) -> tell.value("value", output.value(), output.at()))),
          List.of());

  private OutputShape() {}
}
