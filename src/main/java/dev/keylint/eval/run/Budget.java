package dev.keylint.eval.run;

import dev.keylint.value.Value;
import java.util.List;

/// What a run has used of its limits.
public final class Budget {
  private static final long WASTED = 5_000;

  private final Limits limits;
  private long steps;
  private int depth;
  private int resources;
  private long parts;
  private int deployments;

  Budget(Limits limits) {
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  /// One evaluation more, nested in those under way; false when it would be nested too deep.
  public boolean enter() {
    use(1);
    if (depth >= limits.depth()) {
      return false;
    }
    depth++;
    return true;
  }

  /// Something was tried that would have been too large.
  public void wasted() {
    use(WASTED);
  }

  /// Ends the evaluation that `enter` began.
  public void leave() {
    depth--;
  }

  void resource() {
    if (++resources > limits.resources()) {
      throw new LimitReached("the deployment has more than " + limits.resources() + " resources");
    }
  }

  /// So much more is there to be written out.
  void written(long more) {
    parts += more;
    if (parts > limits.parts()) {
      throw new LimitReached(
          "the resources of the deployment have more than " + limits.parts() + " parts");
    }
  }

  /// Steps taken and parts kept.
  public long spent() {
    return steps + parts;
  }

  /// One deployment more.
  public void deployment() {
    if (++deployments > limits.deployments()) {
      throw new LimitReached("there are more than " + limits.deployments() + " deployments in one");
    }
  }

  /// What a function made is paid for by its size.
  public void made(Value value) {
    switch (value) {
      case Value.Str(String text, _) -> use(text.length() / Extents.CHARACTERS_PER_PART);
      case Value.Arr(List<Value> items, _) -> use(items.size());
      case Value.Obj(var properties, _) -> use(properties.size());
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Unknown _ -> {}
    }
  }

  /// So many steps more.
  public void use(long more) {
    steps += more;
    if (steps > limits.steps()) {
      throw new LimitReached("the expansion takes more than " + limits.steps() + " steps");
    }
  }
}
