package dev.keylint.check;

import dev.keylint.check.Datum.Items;
import dev.keylint.check.Datum.Maybe;
import dev.keylint.check.Datum.Text;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What one evaluation may still take: its steps, how deep they go, and the characters and items
/// that it makes or looks at. Doubling a text forty times takes forty steps.
final class Allowance {
  static final long MAX_SIZE = 10_000_000;
  private static final int MAX_DEPTH = 400;
  private static final int MAX_NESTING = 200;

  /// About what an item takes, measured in characters.
  static final int ITEM = 20;

  private final int maxSteps;
  private int steps;
  private int depth;
  private long size;
  private boolean exceeded;

  Allowance(int maxSteps) {
    this.maxSteps = maxSteps;
  }

  /// Whether it took more than it may; from then on nothing is evaluated.
  boolean exceeded() {
    return exceeded;
  }

  /// One more expression, inside of those that were not left; false when it is too much.
  boolean enter() {
    steps++;
    depth++;
    exceeded |= steps > maxSteps || depth > MAX_DEPTH;
    return !exceeded;
  }

  void leave() {
    depth--;
  }

  /// Takes this much; false when it is too much.
  boolean take(long amount) {
    size += Math.min(amount, MAX_SIZE);
    exceeded |= size > MAX_SIZE;
    return !exceeded;
  }

  /// The result, unless it is too large; what is shared in it counts as often as it comes.
  Result take(Result result) {
    measure(result, 0);
    return exceeded ? failure() : result;
  }

  Result.Failed failure() {
    return new Result.Failed("the rule takes more than it may", Why.nothing());
  }

  private void measure(Result result, int nesting) {
    exceeded |= nesting > MAX_NESTING;
    if (exceeded) {
      return;
    }
    switch (result) {
      case Result.Known(Text(String text), _) -> take(text.length());
      case Result.Known(Items(List<Result> items), _) -> {
        take((long) ITEM * items.size());
        measure(items, nesting);
      }
      case Result.Known(Maybe(Optional<Result> it), _) -> {
        if (it.isPresent()) {
          measure(it.orElseThrow(), nesting + 1);
        }
      }
      case Result.Known(Dictionary dictionary, _) -> {
        take(2L * ITEM * dictionary.members().size());
        for (Table.Member member : dictionary.members()) {
          measure(member.value(), nesting + 1);
        }
      }
      case Result.Unknown(Optional<Value.Unknown> value, var because, _, var certain, _, _) -> {
        take(because.size() + (long) value.map(it -> parts(it.term())).orElse(0));
        take((long) ITEM * certain.size());
        measure(certain, nesting);
      }
      case Result.Known _, Result.Failed _ -> {}
    }
  }

  private void measure(List<Result> parts, int nesting) {
    for (Result part : parts) {
      measure(part, nesting + 1);
    }
  }

  private static int parts(Term term) {
    return term instanceof Term.Concat(List<Value> parts) ? ITEM * parts.size() : 1;
  }
}
