package dev.keylint.check;

import dev.keylint.graph.KeyFlow;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;

/// What rules may read of the way of a key.
final class KeyFlowShape {
  static final Shape<InGraph<KeyFlow>> SHAPE =
      new Shape<>(
          "keyFlow",
          List.of(
              new Shape.Field<>(
                  "function",
                  FieldType.STRING,
                  "the function that gives the key, such as listKeys; absent for a text that stands"
                      + " where a key belongs",
                  (flow, tell) ->
                      flow.it()
                          .function()
                          .flatMap(it -> tell.value("function", it, it.origin().at()))),
              new Shape.Field<>(
                  "value",
                  FieldType.DYN,
                  "what arrives: the key, or what holds it; it is never shown",
                  (flow, tell) -> tell.value("value", value(flow.it()), flow.it().at())),
              new Shape.Field<>(
                  "isOurs",
                  FieldType.BOOL,
                  "whether it is the key of a model or Search service; unknown for an account of"
                      + " which the kind is not known, and for what a module gives that is not"
                      + " here",
                  (flow, tell) -> tell.answered("isOurs", flow.it().relevant(), way(flow.it()))),
              new Shape.Field<>(
                  "isKeptSecret",
                  FieldType.BOOL,
                  "whether it is what a secure parameter is given, not known here, and arrives"
                      + " where only those who may read secrets see it",
                  (flow, tell) ->
                      tell.answered("isKeptSecret", flow.it().isKeptSecret(), flow.it().at())),
              new Shape.Field<>(
                  "target",
                  new FieldType.Of("target"),
                  "the service that the key opens, when it is one of the estate; may be absent",
                  (flow, tell) ->
                      flow.it()
                          .target()
                          .flatMap(
                              it -> tell.struct("target", TargetShape.SHAPE, it, flow.it().at()))),
              new Shape.Field<>(
                  "resource",
                  FieldType.DYN,
                  "the body of the resource that stores the key; absent for an output or an"
                      + " argument",
                  (flow, tell) -> flow.it().sink().resource().flatMap(it -> tell.body(it))),
              new Shape.Field<>(
                  "sink",
                  new FieldType.Of("sink"),
                  "where the key arrives",
                  (flow, tell) ->
                      tell.struct("sink", SinkShape.SHAPE, flow.it().sink(), way(flow.it())))),
          List.of());

  private KeyFlowShape() {}

  /// By what decided more than the name of the service.
  private static Value value(KeyFlow flow) {
    Origin origin = flow.value().origin();
    return flow.value().at(origin.underAnyVariables().decidedBy(way(flow).variables()));
  }

  /// What decided the value decided that a key arrives there, but for what names the service.
  private static Origin way(KeyFlow flow) {
    Origin value = flow.value().origin();
    return Origin.at(flow.at())
        .decidedBy(
            flow.target()
                .map(it -> value.apartFrom(it.id().origin(), it.name().origin()))
                .orElseGet(value::variables));
  }
}
