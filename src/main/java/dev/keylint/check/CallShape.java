package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What rules may read of a call.
final class CallShape {
  static final Shape<InGraph<Call>> SHAPE =
      new Shape<>(
          "call",
          List.of(
              new Shape.Field<>(
                  "host",
                  FieldType.STRING,
                  "the host name in lower case",
                  (call, tell) -> tell.fact("host", call.it().host())),
              new Shape.Field<>(
                  "path",
                  FieldType.STRING,
                  "the path of the URL, at least /",
                  (call, tell) -> tell.fact("path", call.it().path())),
              new Shape.Field<>(
                  "audience",
                  FieldType.STRING,
                  "what the token is asked for, without /.default and slash at the end; may be"
                      + " absent",
                  (call, tell) -> call.it().audience().flatMap(it -> tell.fact("audience", it))),
              new Shape.Field<>(
                  "credential",
                  FieldType.STRING,
                  "managed-identity, identity (some other token) or key",
                  (call, tell) -> tell.fact("credential", call.it().credential())),
              new Shape.Field<>(
                  "clientId",
                  FieldType.STRING,
                  "which of the identities is asked for; may be absent",
                  (call, tell) -> call.it().clientId().flatMap(it -> tell.fact("clientId", it))),
              new Shape.Field<>(
                  "target",
                  new FieldType.Of("target"),
                  "the service called, when it is one of the estate; may be absent",
                  (call, tell) ->
                      call.it()
                          .target()
                          .flatMap(
                              it -> tell.struct("target", TargetShape.SHAPE, it, call.it().at()))),
              new Shape.Field<>(
                  "caller",
                  FieldType.STRING,
                  "the name of the resource that calls; may be absent",
                  (call, tell) ->
                      caller(call.it()).flatMap(it -> tell.value("caller", it, call.it().at())))),
          List.of());

  private CallShape() {}

  private static Optional<Value> caller(Call call) {
    return call.workload().map(it -> it.name());
  }
}
