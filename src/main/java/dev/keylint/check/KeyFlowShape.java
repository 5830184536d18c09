package dev.keylint.check;

import dev.keylint.graph.KeyFlow;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;

/// What rules may read of the way of a key.
final class KeyFlowShape {
  static final Shape<KeyFlow> SHAPE =
      new Shape<>(
          "keyFlow",
          List.of(
              new Shape.Field<>(
                  "function",
                  FieldType.STRING,
                  "the function that gives the key, such as listKeys",
                  (flow, tell) ->
                      tell.value(
                          "function",
                          new Value.Str(flow.function(), Origin.at(flow.at())),
                          flow.at())),
              new Shape.Field<>(
                  "target",
                  new FieldType.Of("target"),
                  "the service that the key opens, when it is one of the estate; may be absent",
                  (flow, tell) ->
                      flow.target()
                          .flatMap(it -> tell.struct("target", TargetShape.SHAPE, it, flow.at()))),
              new Shape.Field<>(
                  "sink",
                  new FieldType.Of("sink"),
                  "where the key arrives",
                  (flow, tell) -> tell.struct("sink", SinkShape.SHAPE, flow.sink(), flow.at()))),
          List.of());

  private KeyFlowShape() {}
}
