package dev.keylint.plan;

import dev.keylint.plan.Way.Step;
import dev.keylint.text.CallPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The search for what keeps one declaration out.
///
/// Not for several threads.
final class Attempt {
  private final Way way;
  private final CallPath path;
  private final List<Gate> gates = new ArrayList<>();
  private boolean forced;

  Attempt(Way way) {
    this.way = way;
    this.path = way.path();
  }

  Way way() {
    return way;
  }

  CallPath path() {
    return path;
  }

  /// Those that have been opened, outermost first.
  List<Gate> gates() {
    return gates;
  }

  /// The gate that lets nothing through; without one something else went wrong, which is said
  /// elsewhere.
  Optional<Gate> next(Reached reached) {
    int dead = dead(reached);
    Step step = way.step(dead);
    boolean isLoop = step.over().isPresent() && !reached.turned().contains(way.path(dead));
    return isLoop || step.declaration().condition().isPresent()
        ? Optional.of(new Gate(dead, isLoop))
        : Optional.empty();
  }

  /// Supposes the next gate otherwise; false when there is none.
  boolean goOn(Reached reached, Supposition supposition) {
    Optional<Gate> next = next(reached);
    boolean again = next.filter(gates::contains).isPresent();
    if (next.isEmpty() || (again && forced)) {
      return false;
    }
    Gate gate = next.orElseThrow();
    forced = again;
    if (!again) {
      gates.add(gate);
    }
    if (gate.isLoop()) {
      supposition.openLoop(way, gate.index(), forced);
    } else {
      supposition.openCondition(way, gate.index(), forced);
    }
    return true;
  }

  /// The step that lets nothing through or, where something is made, not all turns.
  private int dead(Reached reached) {
    int step = 0;
    if (reached.made().contains(path)) {
      while (step < way.size() - 1 && !reached.keptOutBy().containsKey(way.path(step))) {
        step++;
      }
      return step;
    }
    while (step < way.size() - 1 && reached.calls().contains(way.path(step))) {
      step++;
    }
    return step;
  }
}
