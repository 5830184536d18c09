package dev.keylint.check;

import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names that are found, and why there may be more.
final class Found {
  private final String field;
  private final Telling tell;
  private final List<Result> names = new ArrayList<>();
  private final List<Value.Unknown> open = new ArrayList<>();
  private Optional<Location> first = Optional.empty();
  private Optional<Location> doubtful = Optional.empty();

  Found(String field, Telling tell) {
    this.field = field;
    this.tell = tell;
  }

  void add(Answer belongs, Value name, Location evidence) {
    switch (belongs) {
      case Answer.Known(boolean holds) -> {
        if (holds) {
          first = first.or(() -> Optional.of(evidence));
          tell.value(field, name, evidence).ifPresent(names::add);
        }
      }
      case Answer.Open(List<Value.Unknown> because) -> open.addAll(because);
    }
  }

  /// The same; where it can't be told, the evidence shows what can't.
  void addOrOpen(Answer belongs, Value name, Location evidence) {
    if (belongs instanceof Answer.Open) {
      doubtful = doubtful.or(() -> Optional.of(evidence));
    }
    add(belongs, name, evidence);
  }

  void maybe(Value.Unknown because) {
    open.add(because);
  }

  /// The names; unknown when there is none for certain, and there may be one.
  Result result() {
    Place place = tell.place();
    Why why =
        Why.of(
            first
                .or(() -> doubtful)
                .map(at -> place.told(field, at))
                .orElseGet(() -> place.missing(field)));
    return names.isEmpty() && !open.isEmpty()
        ? new Result.Unknown(Optional.empty(), open, why)
        : new Result.Known(new Datum.Items(names), why);
  }
}
