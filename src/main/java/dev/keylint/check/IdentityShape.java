package dev.keylint.check;

import dev.keylint.graph.Identity;
import dev.keylint.graph.call.Target;
import java.util.List;

/// What rules may read of an identity.
final class IdentityShape {
  static final Shape<InGraph<Identity>> SHAPE =
      new Shape<>(
          "identity",
          List.of(
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "what messages call it",
                  (it, tell) -> tell.value("name", it.it().name(), tell.place().at())),
              new Shape.Field<>(
                  "kind",
                  FieldType.STRING,
                  "as of a principal",
                  (it, tell) -> tell.value("kind", it.it().kind(), tell.place().at()))),
          List.of(
              new Shape.Question<>(
                  "can",
                  List.of(FieldType.STRING, new FieldType.Of("target")),
                  "whether all its role assignments together give this action on a target",
                  (it, arguments, tell) ->
                      tell.answer(
                          "can",
                          it.graph()
                              .can(it.it(), arguments.text(0), arguments.subject(1, Target.class)),
                          tell.place().at())),
              new Shape.Question<>(
                  "canData",
                  List.of(FieldType.STRING, new FieldType.Of("target")),
                  "whether all its role assignments together give this data action on a target",
                  (it, arguments, tell) ->
                      tell.answer(
                          "canData",
                          it.graph()
                              .canData(
                                  it.it(), arguments.text(0), arguments.subject(1, Target.class)),
                          tell.place().at()))));

  private IdentityShape() {}
}
