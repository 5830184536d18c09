package dev.keylint.fix;

import dev.keylint.text.Location;
import dev.keylint.text.Phrase;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.List;

/// Where something is used that has to go, for people.
final class Used {
  private static final int MOST_SHOWN = 3;

  private Used() {}

  /// The first of some places of a file, at least one.
  static Phrase at(Source source, List<Span> places) {
    int more = places.size() - MOST_SHOWN;
    return Phrase.list(
            places.stream()
                .limit(MOST_SHOWN)
                .map(it -> new Phrase.Part.At(new Location.InFile(source, it)))
                .toList())
        .and(more > 0 ? " and " + more + " more places" : "");
  }
}
