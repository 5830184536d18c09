package dev.keylint.fix;

import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.IdentityHashMap;
import java.util.List;

/// Where what stood in files is after an edit, by the lines that stayed. Each file is compared with
/// itself once, however many places are asked for; not for several threads.
public final class MovedPlaces {
  private final IdentityHashMap<Source, IdentityHashMap<Source, List<LineChanges.Change>>> changes =
      new IdentityHashMap<>();

  /// Whether a place of a file as it is now is the one that another was before: on the same line
  /// or, where lines were exchanged, among those that came for it.
  public boolean areSame(Location before, Location now) {
    if (!(before instanceof Location.InFile old) || !(now instanceof Location.InFile next)) {
      return before.equals(now);
    }
    if (!old.source().path().equals(next.source().path())) {
      return false;
    }
    int from = old.start().line() - 1;
    int to = next.start().line() - 1;
    int growth = 0;
    for (LineChanges.Change it : changes(old.source(), next.source())) {
      if (from < it.start()) {
        break;
      }
      if (from < it.end()) {
        return it.newStart() <= to && to < it.newEnd();
      }
      growth = it.newEnd() - it.end();
    }
    return from + growth == to;
  }

  private List<LineChanges.Change> changes(Source was, Source is) {
    return changes
        .computeIfAbsent(was, _ -> new IdentityHashMap<>())
        .computeIfAbsent(
            is, _ -> LineChanges.of(LineChanges.lines(was.text()), LineChanges.lines(is.text())));
  }
}
