package dev.keylint.cli;

import dev.keylint.plan.PlannedDeployment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What was scanned once more, as if files held other texts, which are named by their paths.
///
/// @param parts what can be scanned alone; made once, when all estates have been used
/// @param steps what the first scan took, in steps of expansions
/// @param whole all of it
/// @param part one part of it, without looking for files again
record Again(
    Supplier<List<Part>> parts,
    LongSupplier steps,
    Function<Map<String, String>, Input> whole,
    BiFunction<Part, Map<String, String>, Input> part) {

  /// Deployments that share files with one another and with no others.
  ///
  /// @param files the paths of all files of the user's own that they are made of
  record Part(List<PlannedDeployment> deployments, Set<String> files) {
    Part {
      deployments = List.copyOf(deployments);
      files = Set.copyOf(files);
    }

    /// The parts that single deployments make up, in their order.
    static List<Part> of(List<Part> single) {
      int[] near = IntStream.range(0, single.size()).toArray();
      Map<String, Integer> first = new HashMap<>();
      for (int i = 0; i < near.length; i++) {
        for (String file : single.get(i).files) {
          near[head(near, i)] = head(near, first.merge(file, i, (known, _) -> known));
        }
      }
      Map<Integer, List<Part>> parts = new LinkedHashMap<>();
      for (int i = 0; i < near.length; i++) {
        parts.computeIfAbsent(head(near, i), _ -> new ArrayList<>()).add(single.get(i));
      }
      return parts.values().stream().map(Part::joined).toList();
    }

    /// The one that stands for all that are known to share files.
    private static int head(int[] near, int index) {
      int at = index;
      while (near[at] != at) {
        near[at] = near[near[at]];
        at = near[at];
      }
      return at;
    }

    boolean touches(Set<String> some) {
      return some.stream().anyMatch(files::contains);
    }

    private static Part joined(List<Part> parts) {
      return new Part(
          parts.stream().flatMap(it -> it.deployments.stream()).toList(),
          parts.stream().flatMap(it -> it.files.stream()).collect(Collectors.toSet()));
    }
  }

  /// The same scan with more beside it.
  Again with(UnaryOperator<Input> more) {
    return new Again(
        parts, steps, whole.andThen(more), (one, texts) -> more.apply(part.apply(one, texts)));
  }
}
