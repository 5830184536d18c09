package dev.keylint.eval.run;

import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Why a value is unknown that has several unknown parts: the reason that matters most.
public final class Reasons {
  private static final int MOST_PARTS = 10_000;

  private Reasons() {}

  /// The reason that matters most among these values; first the unknown ones themselves, then their
  /// parts. `otherwise` when all is known.
  public static Reason of(List<Value> values, Reason otherwise) {
    return top(values).or(() -> deep(values)).orElse(otherwise);
  }

  private static Optional<Reason> top(List<Value> values) {
    Optional<Reason> strongest = Optional.empty();
    for (Value value : values) {
      if (value instanceof Value.Unknown(_, Reason reason, _)
          && (strongest.isEmpty() || rank(reason) < rank(strongest.orElseThrow()))) {
        strongest = Optional.of(reason);
      }
    }
    return strongest;
  }

  /// The first reason among the parts; only so many are looked at.
  private static Optional<Reason> deep(List<Value> values) {
    Deque<Value> open = new ArrayDeque<>(values);
    for (int seen = 0; seen < MOST_PARTS && !open.isEmpty(); seen++) {
      switch (open.removeFirst()) {
        case Value.Unknown(_, Reason reason, _) -> {
          return Optional.of(reason);
        }
        case Value.Arr(List<Value> items, _) -> items.forEach(open::addLast);
        case Value.Obj(var properties, _) -> {
          properties.unread().ifPresent(open::addFirst);
          properties.entries().forEach(property -> open.addLast(property.value()));
        }
        case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> {}
      }
    }
    return Optional.empty();
  }

  /// Keys and secrets first, as their flow is followed; then what keylint or the template lacks;
  /// then what nobody knows before the deployment.
  private static int rank(Reason reason) {
    return switch (reason) {
      case Reason.KeyOf _ -> 0;
      case Reason.Secret _ -> 1;
      case Reason.Failed _ -> 2;
      case Reason.Unsupported _ -> 3;
      case Reason.MissingModule _ -> 4;
      case Reason.MissingFile _ -> 5;
      case Reason.MissingParameter _ -> 6;
      case Reason.RuntimeReference _ -> 7;
      case Reason.Rewritten _ -> 7;
      case Reason.Withheld _, Reason.NotStated _ -> 8;
      case Reason.NonDeterministic _ -> 9;
      case Reason.DeploymentContext _ -> 10;
    };
  }
}
