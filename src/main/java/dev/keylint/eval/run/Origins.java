package dev.keylint.eval.run;

import dev.keylint.text.Location;
import dev.keylint.value.Hiding;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// How origins grow on the way of a value.
public final class Origins {
  /// A longer way is not recorded: nobody reads it, and it would cost the square of its length.
  private static final int LONGEST = 24;

  /// So many parts are asked by which variables they are what they are.
  private static final int MOST_PARTS = 4_096;

  private Origins() {}

  /// The value after one more hop.
  public static Value through(Value value, Origin.Kind kind, String name, Location at) {
    return through(value, new Origin.Step(kind, name, at, Optional.empty()));
  }

  /// The same, for a hop that is ready.
  public static Value through(Value value, Origin.Step step) {
    return value.origin().way().size() >= LONGEST ? value : value.at(value.origin().through(step));
  }

  /// The value as a secret.
  public static Value hidden(Value value) {
    return hidden(value, Hiding.SECRET);
  }

  /// The same, hidden as this as well.
  @SuppressWarnings("ReferenceEquality") // it is hidden so: the very same origin
  public static Value hidden(Value value, Hiding hiding) {
    Origin origin = value.origin().hidden(hiding);
    return origin == value.origin() ? value : value.at(origin);
  }

  /// What was made of these values: whichever argument decided them decided it.
  public static Value decided(Value made, Value... by) {
    return decided(made, List.of(by));
  }

  /// The same for several.
  @SuppressWarnings("ReferenceEquality") // nothing decided it: the very same origin
  public static Value decided(Value made, List<Value> by) {
    Origin origin = Values.decided(made.origin(), by);
    return origin == made.origin() ? made : made.at(origin);
  }

  /// What was made by looking into these: whichever environment variable decided a part of one.
  public static Value decidedByParts(Value made, List<Value> by) {
    List<Origin.Step> steps = new ArrayList<>();
    Deque<Value> open = new ArrayDeque<>(by);
    for (int looked = 0; looked < MOST_PARTS && !open.isEmpty(); looked++) {
      Value part = open.removeFirst();
      steps.addAll(part.origin().variables());
      open.addAll(Values.parts(part));
    }
    Value decided = decided(made, by);
    return steps.isEmpty() ? decided : decided.at(decided.origin().decidedBy(steps));
  }

  /// Whether a text is empty: what only decided which text it is did not decide that it is not.
  public static Value decidedByFilling(Value.Bool made, List<Value> by) {
    if (made.value()) {
      return decided(made, by);
    }
    List<Origin.Step> steps =
        by.stream()
            .flatMap(it -> it.origin().arguments().stream())
            .filter(it -> !it.fills())
            .toList();
    return steps.isEmpty() ? made : made.at(made.origin().decidedBy(steps));
  }

  /// What was put together of these values: whichever environment variable decided one of them.
  public static Value joined(Value made, List<Value> parts) {
    List<Origin.Step> steps =
        parts.stream().flatMap(it -> it.origin().variables().stream()).toList();
    return steps.isEmpty() ? made : made.at(made.origin().decidedBy(steps));
  }

  /// A member of a value: it went the way of the whole after its own.
  public static Value member(Value whole, Value member) {
    List<Origin.Step> way = whole.origin().way();
    List<Origin.Step> deciding = whole.origin().deciding();
    Origin own = member.origin();
    Hiding hiding = own.hiding().and(whole.origin().hiding());
    if (way.isEmpty() && deciding.isEmpty() && hiding == own.hiding()) {
      return member;
    }
    List<Origin.Step> joined =
        Origin.nearer(way, whole.origin().at(), own.at(), whole instanceof Value.Arr);
    if (!own.way().isEmpty()) {
      joined = new ArrayList<>(joined);
      joined.addAll(own.way().subList(0, Math.min(own.way().size(), LONGEST)));
    }
    Origin brought =
        new Origin(
            own.at(),
            joined,
            hiding,
            own.deciding().isEmpty() ? deciding : own.deciding(),
            own.shown());
    return member.at(brought.decidedBy(deciding));
  }
}
