package dev.keylint.lower.bicep;

import dev.keylint.bicep.Decorator;
import dev.keylint.bicep.Expression;
import java.util.List;
import java.util.OptionalInt;

/// How many turns of a loop are deployed at once.
final class Batches {
  private Batches() {}

  /// The `n` of `@batchSize(n)`, for which Bicep takes a literal only.
  static OptionalInt of(List<Decorator> decorators) {
    return decorators.stream()
        .filter(decorator -> decorator.name().filter("batchSize"::equals).isPresent())
        .flatMap(decorator -> decorator.arguments().stream())
        .filter(Expression.IntegerLiteral.class::isInstance)
        .mapToLong(size -> ((Expression.IntegerLiteral) size).value())
        .filter(size -> size > 0 && size <= Integer.MAX_VALUE)
        .mapToInt(Math::toIntExact)
        .findFirst();
  }
}
