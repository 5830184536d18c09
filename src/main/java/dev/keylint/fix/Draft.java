package dev.keylint.fix;

import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A file as it will be, and the way there from what a scan read.
public final class Draft {
  private final Source source;
  private final String text;
  private final List<Splice> steps;

  private Draft(Source source, String text, List<Splice> steps) {
    this.source = source;
    this.text = text;
    this.steps = steps;
  }

  static Draft of(Source source) {
    return new Draft(source, source.text(), List.of());
  }

  /// The file as it was read.
  public Source source() {
    return source;
  }

  /// Its characters after all changes.
  public String text() {
    return text;
  }

  /// Whether nothing is different.
  boolean isUnchanged() {
    return text.equals(source.text());
  }

  /// The same with these splices, whose offsets are those of the text as it is now and which do not
  /// overlap.
  Draft with(List<Splice> splices) {
    List<Splice> backwards =
        splices.stream().sorted(Comparator.comparingInt(Splice::start).reversed()).toList();
    StringBuilder changed = new StringBuilder(text);
    List<Splice> all = new ArrayList<>(steps);
    for (Splice splice : backwards) {
      changed.replace(splice.start(), splice.end(), splice.text());
      all.add(splice);
    }
    return new Draft(source, changed.toString(), List.copyOf(all));
  }

  /// Where a place of the file as it was read is now; nowhere when it was changed away.
  Optional<Span> now(Span place) {
    Span at = place;
    for (Splice step : steps) {
      Optional<Span> next = after(step, at);
      if (next.isEmpty()) {
        return next;
      }
      at = next.orElseThrow();
    }
    return Optional.of(at);
  }

  private static Optional<Span> after(Splice step, Span at) {
    if (step.end() <= at.start() && (step.start() < at.start() || step.start() == step.end())) {
      return Optional.of(new Span(at.start() + step.growth(), at.end() + step.growth()));
    }
    if (step.start() >= at.end() && at.length() > 0) {
      return Optional.of(at);
    }
    boolean inside = at.start() <= step.start() && step.end() <= at.end();
    boolean away = step.text().isEmpty() && at.start() == step.start() && step.end() == at.end();
    return inside && !away
        ? Optional.of(new Span(at.start(), at.end() + step.growth()))
        : Optional.empty();
  }
}
