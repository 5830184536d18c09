package dev.keylint.fix;

import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Where places are in certain texts of their files, whichever texts they were found in; not for
/// several threads.
public final class PlacesNow {
  private final Function<String, Optional<String>> texts;
  private final Map<String, Optional<Source>> files = new HashMap<>();
  private final IdentityHashMap<Source, List<LineChanges.Change>> changes = new IdentityHashMap<>();

  /// @param texts what a file holds, by its path; what is in others stays where it is
  public PlacesNow(Function<String, Optional<String>> texts) {
    this.texts = texts;
  }

  /// The place in the text of its file: on the same line or, where that was exchanged, among those
  /// that came for it.
  public Location of(Location place) {
    return place instanceof Location.InFile(Source found, Span span) && !found.isLost()
        ? file(found.path())
            .<Location>map(now ->
                new Location.InFile(
                    now,
                    new Span(offset(found, now, span.start()), offset(found, now, span.end()))))
            .orElse(place)
        : place;
  }

  private Optional<Source> file(String path) {
    return files.computeIfAbsent(path, _ -> texts.apply(path).map(text -> Source.of(path, text)));
  }

  private int offset(Source found, Source now, int offset) {
    String before = found.text();
    String after = now.text();
    int moved = 0;
    for (LineChanges.Change it : changes.computeIfAbsent(found, _ -> between(before, after))) {
      int start = start(before, it.start());
      if (offset < start) {
        break;
      }
      int end = start(before, it.end());
      int newStart = start(after, it.newStart());
      int newEnd = start(after, it.newEnd());
      if (offset < end) {
        return within(
                before.substring(start, end), after.substring(newStart, newEnd), offset - start)
            + newStart;
      }
      moved = newEnd - end;
    }
    return offset + moved;
  }

  private static List<LineChanges.Change> between(String before, String after) {
    return LineChanges.of(LineChanges.lines(before), LineChanges.lines(after));
  }

  /// Offset of the first character of a line, counted from 0.
  private static int start(String text, int line) {
    int at = 0;
    for (int i = 0; i < line; i++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    return at;
  }

  /// The same characters at both ends stay; what is between them begins where they end.
  private static int within(String before, String after, int offset) {
    int most = Math.min(before.length(), after.length());
    int head = 0;
    while (head < most && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    if (offset >= before.length() - tail) {
      return offset + after.length() - before.length();
    }
    return Math.min(offset, head);
  }
}
