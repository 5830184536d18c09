package dev.keylint.check;

import dev.keylint.graph.call.Target;
import java.util.List;

/// What rules may read of a service that is called.
final class TargetShape {
  static final Shape<Target> SHAPE =
      new Shape<>(
          "target",
          List.of(
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "the name of the account, project or Search service",
                  (target, tell) -> tell.value("name", target.name(), tell.place().at()))),
          List.of());

  private TargetShape() {}
}
