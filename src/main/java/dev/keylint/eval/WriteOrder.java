package dev.keylint.eval;

import dev.keylint.template.Loop;
import dev.keylint.value.Value;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Which of two writes is made first, as far as a deployment says.
final class WriteOrder {
  private WriteOrder() {}

  /// Those before which most come last; others as they are declared.
  static List<Write> sorted(List<Write> writes) {
    IdentityHashMap<Write, Integer> ranks = new IdentityHashMap<>();
    for (Write write : writes) {
      ranks.put(write, (int) writes.stream().filter(other -> isBefore(other, write)).count());
    }
    return writes.stream().sorted(Comparator.comparing(it -> ranks.getOrDefault(it, 0))).toList();
  }

  /// What is written only where there is none yet overwrites nothing, and everything overwrites it:
  /// it counts as the first, and of several the first one as the last.
  static boolean isBefore(Write first, Write second) {
    if (first.isOnce() != second.isOnce()) {
      return first.isOnce();
    }
    return first.isOnce() ? isMadeBefore(second, first) : isMadeBefore(first, second);
  }

  /// Decided where their ways part: by the declarations of one deployment, or the turns of a loop.
  private static boolean isMadeBefore(Write first, Write second) {
    List<Caller> one = first.path();
    List<Caller> other = second.path();
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      Caller mine = one.get(i);
      Caller yours = other.get(i);
      if (!mine.site().equals(yours.site())) {
        return false;
      }
      if (!mine.declaration().equals(yours.declaration())) {
        Dependencies dependencies = mine.site().dependencies();
        List<Value> made =
            Stream.of(first, second)
                .flatMap(write -> Exclusion.conditions(write.resource()).stream())
                .toList();
        // In a circle, which Azure refuses, neither is first.
        return dependencies.inOrder(mine.declaration(), yours.declaration(), made)
            && !dependencies.inOrder(yours.declaration(), mine.declaration(), made);
      }
      if (!mine.turn().equals(yours.turn())) {
        return isBefore(mine.turn(), yours.turn(), mine.declaration().loop().map(Loop::batch));
      }
    }
    return false;
  }

  private static boolean isBefore(
      OptionalInt mine, OptionalInt yours, Optional<OptionalInt> batch) {
    OptionalInt atOnce = batch.orElseGet(OptionalInt::empty);
    return mine.isPresent()
        && yours.isPresent()
        && atOnce.isPresent()
        && mine.getAsInt() / atOnce.getAsInt() < yours.getAsInt() / atOnce.getAsInt();
  }
}
