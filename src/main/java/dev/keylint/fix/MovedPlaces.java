package dev.keylint.fix;

import dev.keylint.text.Location;

/// Where what stood in a file is after an edit, by the lines that stayed.
public final class MovedPlaces {
  private MovedPlaces() {}

  /// Whether a place of a file as it is now is the one that another was before: on the same line
  /// or, where lines were exchanged, among those that came for it.
  public static boolean areSame(Location before, Location now) {
    if (!(before instanceof Location.InFile old) || !(now instanceof Location.InFile next)) {
      return before.equals(now);
    }
    if (!old.source().path().equals(next.source().path())) {
      return false;
    }
    String was = old.source().text();
    String is = next.source().text();
    int from = line(was, old.span().start());
    int to = line(is, next.span().start());
    int growth = 0;
    for (LineChanges.Change it : LineChanges.of(LineChanges.lines(was), LineChanges.lines(is))) {
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

  private static int line(String text, int offset) {
    return (int)
        text.substring(0, Math.min(offset, text.length())).chars().filter(c -> c == '\n').count();
  }
}
