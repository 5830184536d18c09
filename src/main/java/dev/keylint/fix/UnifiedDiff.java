package dev.keylint.fix;

import java.util.ArrayList;
import java.util.List;

/// What is different in a file, in the form that `git apply` and `patch` read.
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /// Each line of the answer as it is printed, without its line feed.
  public record Line(Kind kind, String text) {}

  /// What a line of a patch is.
  public enum Kind {
    FILE,
    HUNK,
    SAME,
    GONE,
    NEW
  }

  private final List<String> before;
  private final List<String> after;
  private final List<Line> lines = new ArrayList<>();

  private UnifiedDiff(String before, String after) {
    this.before = LineChanges.lines(before);
    this.after = LineChanges.lines(after);
  }

  /// The lines of the patch of a file; none when it is as it was.
  public static List<Line> of(String path, String before, String after) {
    UnifiedDiff diff = new UnifiedDiff(before, after);
    List<LineChanges.Change> changes = LineChanges.of(diff.before, diff.after);
    if (!changes.isEmpty()) {
      diff.line(Kind.FILE, "--- " + name("a/", path));
      diff.line(Kind.FILE, "+++ " + name("b/", path));
      hunks(changes).forEach(diff::hunk);
    }
    return List.copyOf(diff.lines);
  }

  /// A name with a space needs a tab behind it, one with other signs quotes.
  private static String name(String side, String path) {
    String name = side + path;
    boolean odd = name.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\' || c == 0x7f);
    if (!odd) {
      return name.indexOf(' ') < 0 ? name : name + "\t";
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        quoted.append('\\').append((char) ('0' + (c >> 6)));
        quoted.append((char) ('0' + ((c >> 3) & 7))).append((char) ('0' + (c & 7)));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static List<List<LineChanges.Change>> hunks(List<LineChanges.Change> changes) {
    List<List<LineChanges.Change>> hunks = new ArrayList<>();
    for (LineChanges.Change change : changes) {
      boolean near =
          !hunks.isEmpty() && change.start() - hunks.getLast().getLast().end() <= 2 * CONTEXT;
      if (!near) {
        hunks.add(new ArrayList<>());
      }
      hunks.getLast().add(change);
    }
    return hunks;
  }

  private void hunk(List<LineChanges.Change> changes) {
    int start = Math.max(0, changes.getFirst().start() - CONTEXT);
    int end = Math.min(before.size(), changes.getLast().end() + CONTEXT);
    int newStart = changes.getFirst().newStart() - (changes.getFirst().start() - start);
    int newEnd = changes.getLast().newEnd() + (end - changes.getLast().end());
    line(Kind.HUNK, "@@ -" + range(start, end) + " +" + range(newStart, newEnd) + " @@");
    int at = start;
    for (LineChanges.Change change : changes) {
      lines(Kind.SAME, " ", before.subList(at, change.start()));
      lines(Kind.GONE, "-", before.subList(change.start(), change.end()));
      lines(Kind.NEW, "+", after.subList(change.newStart(), change.newEnd()));
      at = change.end();
    }
    lines(Kind.SAME, " ", before.subList(at, end));
  }

  /// Counted from 1; of no lines the one before them.
  private static String range(int start, int end) {
    int first = end > start ? start + 1 : start;
    return end - start == 1 ? String.valueOf(first) : first + "," + (end - start);
  }

  private void lines(Kind kind, String mark, List<String> all) {
    for (String text : all) {
      boolean ended = text.endsWith("\n");
      line(kind, mark + (ended ? text.substring(0, text.length() - 1) : text));
      if (!ended) {
        line(kind, "\\ No newline at end of file");
      }
    }
  }

  private void line(Kind kind, String text) {
    lines.add(new Line(kind, text));
  }
}
