package dev.keylint.check;

import dev.keylint.graph.call.Target;
import dev.keylint.resource.Bodies;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
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
                  (target, tell) -> tell.value("name", target.name(), tell.place().at())),
              new Shape.Field<>(
                  "kind",
                  FieldType.STRING,
                  "account, project or search",
                  (target, tell) ->
                      tell.value(
                          "kind",
                          new Value.Str(target.kind().word(), Origin.at(tell.place().at())),
                          tell.place().at())),
              new Shape.Field<>(
                  "acceptsKeys",
                  FieldType.BOOL,
                  "whether keys are on, as they are unless disableLocalAuth is true; never for a"
                      + " project",
                  (target, tell) ->
                      tell.answered("acceptsKeys", target.acceptsKeys(), keysAt(target, tell)))),
          List.of());

  private TargetShape() {}

  /// Where keys are switched on or off, else the declaration.
  private static Location keysAt(Target target, Telling tell) {
    return target
        .resource()
        .map(it ->
            Bodies.at(it, "properties", "disableLocalAuth")
                .map(Property::at)
                .orElseGet(it::declaredAt))
        .orElseGet(() -> tell.place().at());
  }
}
