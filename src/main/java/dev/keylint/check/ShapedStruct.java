package dev.keylint.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A struct of some shape.
record ShapedStruct<S>(Shape<S> shape, S subject, Telling telling) implements Struct {
  @Override
  public Result find(String name) {
    Optional<Result> told = shape.field(name).read().apply(subject, telling);
    if (told.isPresent()
        && told.orElseThrow() instanceof Result.Unknown(var value, _, _, _, _, _)) {
      if (value.isEmpty()) {
        // Not even whether it is there is known.
        return told.orElseThrow();
      }
    }
    Why why = told.map(Result::why).orElseGet(() -> Why.of(telling.place().missing(name)));
    return new Result.Known(new Maybe(told), why);
  }

  @Override
  public Result ask(String question, List<Result.Known> arguments) {
    Shape.Question<S> asked = shape.question(question);
    List<Datum> data = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Result.Known given = arguments.get(i);
      Optional<String> wanted = wanted(asked.arguments().get(i), given.datum());
      if (wanted.isPresent()) {
        return Mismatch.of(given.datum(), given.why(), wanted.orElseThrow());
      }
      data.add(given.datum());
    }
    return asked.answer().answer(subject, new Arguments(data), telling);
  }

  /// What an argument should be, when it is something else.
  private static Optional<String> wanted(FieldType type, Datum datum) {
    return switch (type) {
      case FieldType.Of(String shape) ->
          datum instanceof ShapedStruct<?> struct && struct.shape().name().equals(shape)
              ? Optional.empty()
              : Optional.of("a " + shape);
      case FieldType.Plain _, FieldType.ListOf _ ->
          datum instanceof Datum.Text ? Optional.empty() : Optional.of("a text");
    };
  }
}
