package dev.keylint.check;

import dev.keylint.graph.KeyFlow;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;

/// What rules may read of the place where a key arrives.
final class SinkShape {
  static final Shape<KeyFlow.Sink> SHAPE =
      new Shape<>(
          "sink",
          List.of(
              new Shape.Field<>(
                  "kind",
                  FieldType.STRING,
                  "setting, output, secret, connection, namedValue, backend, script, argument or"
                      + " other",
                  (sink, tell) ->
                      tell.value(
                          "kind",
                          new Value.Str(sink.kind().word(), Origin.at(tell.place().at())),
                          tell.place().at())),
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "the name of the setting, output, secret, connection or parameter",
                  (sink, tell) -> tell.value("name", sink.name(), tell.place().at())),
              new Shape.Field<>(
                  "secure",
                  FieldType.BOOL,
                  "whether only those who may read secrets see it there",
                  (sink, tell) ->
                      tell.answered(
                          "secure", sink.secure(), sink.declared().orElse(tell.place().at())))),
          List.of());

  private SinkShape() {}
}
