package dev.keylint.check;

import dev.keylint.graph.call.Target;
import dev.keylint.resource.Bodies;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
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
                      tell.answered(
                          "acceptsKeys", target.acceptsKeys(), keysAt(target, tell.place().at())))),
          List.of());

  private TargetShape() {}

  /// Where keys are switched on or off, and the way of that, else the declaration.
  private static Origin keysAt(Target target, Location otherwise) {
    return target
        .resource()
        .map(it ->
            Bodies.at(it, "properties", "disableLocalAuth")
                .map(off -> Origin.at(off.at()).within(off.value().origin(), false))
                .orElseGet(() -> Origin.at(it.declaredAt())))
        .orElseGet(() -> Origin.at(otherwise));
  }
}
