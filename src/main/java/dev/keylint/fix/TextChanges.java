package dev.keylint.fix;

import dev.keylint.finding.Fix;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;

/// The fewest characters that make one text of another.
final class TextChanges {
  private TextChanges() {}

  static List<Fix.Edit> edits(Draft draft) {
    List<Fix.Edit> edits = new ArrayList<>();
    Source source = draft.source();
    List<String> before = LineChanges.lines(source.text());
    List<String> after = LineChanges.lines(draft.text());
    int[] starts = starts(before);
    for (LineChanges.Change change : LineChanges.of(before, after)) {
      String old = String.join("", before.subList(change.start(), change.end()));
      String now = String.join("", after.subList(change.newStart(), change.newEnd()));
      int head = 0;
      while (head < Math.min(old.length(), now.length()) && old.charAt(head) == now.charAt(head)) {
        head++;
      }
      int tail = 0;
      while (tail < Math.min(old.length(), now.length()) - head
          && old.charAt(old.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
        tail++;
      }
      int start = starts[change.start()];
      Span span = new Span(start + head, start + old.length() - tail);
      edits.add(
          new Fix.Edit(
              new Location.InFile(source, span), now.substring(head, now.length() - tail)));
    }
    return edits;
  }

  private static int[] starts(List<String> lines) {
    int[] starts = new int[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      starts[i + 1] = starts[i] + lines.get(i).length();
    }
    return starts;
  }
}
