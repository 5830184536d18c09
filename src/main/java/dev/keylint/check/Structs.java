package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import java.util.Optional;
import java.util.function.Function;

/// Finds again what the places of a result tell of.
///
/// @param evaluate what an expression for a place comes to; empty when a question was asked on the
///   way to it
record Structs(Function<Place, Optional<Result>> evaluate) {

  /// What the struct at a place shows.
  Optional<Object> at(Place place) {
    return evaluate.apply(place).flatMap(Structs::subject);
  }

  private static Optional<Object> subject(Result result) {
    return switch (result) {
      case Result.Known(ShapedStruct<?> struct, _) -> Optional.of(struct.subject());
      case Result.Unknown unknown -> unknown.perhaps().flatMap(Structs::subject);
      case Result.Known _, Result.Failed _ -> Optional.empty();
    };
  }

  /// What holds that by which a place is reached.
  Optional<AccessGraph> graph(Place place) {
    return place
        .parent()
        .flatMap(it ->
            at(it).orElse("") instanceof InGraph<?>(var graph, _) ? Optional.of(graph) : graph(it));
  }
}
