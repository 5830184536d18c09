package dev.keylint.compile;

import dev.keylint.check.Shape;
import dev.keylint.check.Shapes;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/// What to take instead of a whole struct of the rule language.
final class Members {
  private static final int MOST = 6;

  private Members() {}

  /// The members of the first of these types that is a struct, as a phrase.
  static Optional<String> ofFirst(Collection<String> types) {
    return types.stream()
        .flatMap(type -> Shapes.all().stream().filter(it -> it.name().equals(type)))
        .findFirst()
        .map(Members::of);
  }

  private static String of(Shape<?> shape) {
    int more = shape.fields().size() - MOST;
    return "`"
        + shape.name()
        + "` has the members "
        + shape.fields().stream()
            .limit(MOST)
            .map(it -> "`" + it.name() + "`")
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
