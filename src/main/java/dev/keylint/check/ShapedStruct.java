package dev.keylint.check;

import java.util.List;
import java.util.Optional;

/// A struct of some shape.
record ShapedStruct<S>(Shape<S> shape, S subject, Telling telling) implements Struct {
  @Override
  public Result find(String name) {
    Optional<Result> told = shape.field(name).read().apply(subject, telling);
    Why why = told.map(Result::why).orElseGet(() -> Why.of(telling.place().missing(name)));
    return new Result.Known(new Maybe(told), why);
  }

  @Override
  public Result ask(String question, List<String> arguments) {
    return shape.question(question).answer().answer(subject, arguments, telling);
  }
}
