package dev.keylint.cli;

import dev.keylint.plan.PlannedDeployment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What was scanned once more, as if files held other texts, which are named by their paths.
///
/// @param parts what can be scanned alone; known when all estates have been used
/// @param whole all of it
/// @param part one part of it, without looking for files again
record Again(
    Supplier<List<Part>> parts,
    Function<Map<String, String>, Input> whole,
    BiFunction<Part, Map<String, String>, Input> part) {

  /// Deployments that share files with one another and with no others.
  ///
  /// @param files the paths of all that they are made of
  record Part(List<PlannedDeployment> deployments, Set<String> files) {
    Part {
      deployments = List.copyOf(deployments);
      files = Set.copyOf(files);
    }

    /// The parts that single deployments make up.
    static List<Part> of(List<Part> single) {
      List<Part> parts = new ArrayList<>();
      for (Part next : single) {
        List<Part> near = parts.stream().filter(it -> it.touches(next.files)).toList();
        parts.removeIf(it -> it.touches(next.files));
        parts.add(Stream.concat(near.stream(), Stream.of(next)).reduce(Part::and).orElse(next));
      }
      return List.copyOf(parts);
    }

    boolean touches(Set<String> some) {
      return some.stream().anyMatch(files::contains);
    }

    private Part and(Part other) {
      Set<String> all = new HashSet<>(files);
      all.addAll(other.files);
      return new Part(
          Stream.concat(deployments.stream(), other.deployments.stream()).toList(), all);
    }
  }

  /// The same scan with more beside it.
  Again with(UnaryOperator<Input> more) {
    return new Again(
        parts, whole.andThen(more), (one, texts) -> more.apply(part.apply(one, texts)));
  }
}
