package dev.keylint.eval;

import dev.keylint.value.Value;
import java.util.List;

/// What a run has used of its limits.
final class Budget {
  private static final int CHARACTERS_PER_STEP = 64;

  private final Limits limits;
  private long steps;
  private int depth;
  private int resources;
  private int deployments;

  Budget(Limits limits) {
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  /// One evaluation more, nested in those under way; false when it would be nested too deep.
  boolean enter() {
    use(1);
    if (depth >= limits.depth()) {
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  void resource() {
    if (++resources > limits.resources()) {
      throw new LimitReached("the deployment has more than " + limits.resources() + " resources");
    }
  }

  void deployment() {
    if (++deployments > limits.deployments()) {
      throw new LimitReached("there are more than " + limits.deployments() + " deployments in one");
    }
  }

  /// What a function made is paid for by its size.
  void made(Value value) {
    switch (value) {
      case Value.Str(String text, _) -> use(text.length() / CHARACTERS_PER_STEP);
      case Value.Arr(List<Value> items, _) -> use(items.size());
      case Value.Obj(var properties, _) -> use(properties.size());
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Unknown _ -> {}
    }
  }

  void use(long more) {
    steps += more;
    if (steps > limits.steps()) {
      throw new LimitReached("the expansion takes more than " + limits.steps() + " steps");
    }
  }
}
