package dev.keylint.fix;

import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.List;
import java.util.stream.Collectors;

/// Where something is used that has to go, for people.
final class Used {
  private static final int MOST_SHOWN = 3;

  private Used() {}

  /// The first of some places of a file, at least one.
  static String at(Source source, List<Span> places) {
    int more = places.size() - MOST_SHOWN;
    return places.stream()
            .limit(MOST_SHOWN)
            .map(it -> new Location.InFile(source, it).toString())
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more places" : "");
  }
}
