package dev.keylint.text;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A file's path, characters and line index; equality by path.
///
/// Every location refers to its source, and findings outlive the work on their file by far. So a
/// source that can be read again does not keep its characters: those who work on them do.
///
/// The path is what messages show: relative to the scan root, with `/` between its names. A line
/// ends at LF, CRLF or a lone CR. Offsets and columns count UTF-16 units, as SARIF's
/// `utf16CodeUnits` does.
public final class Source {
  private final String path;
  private final Supplier<String> text;
  private volatile @Nullable WeakReference<int[]> lines;

  private Source(String path, Supplier<String> text) {
    this.path = path;
    this.text = text;
  }

  /// A source of this path and text; a byte order mark at its start must have been removed.
  public static Source of(String path, String text) {
    return new Source(path, () -> text);
  }

  /// A source that has `again` read its text anew when nobody holds it any more; `again` answers
  /// the same characters or fails.
  public static Source of(String path, String text, Supplier<String> again) {
    return new Source(path, new Rereading(text, again));
  }

  public String path() {
    return path;
  }

  public String text() {
    return text.get();
  }

  /// The place of an offset; an offset past the end counts as the end.
  public Position position(int offset) {
    int[] lineStarts = lineStarts();
    int at = Math.clamp(offset, 0, text().length());
    int found = Arrays.binarySearch(lineStarts, at);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, at - lineStarts[line] + 1);
  }

  /// How many lines there are; a text without a line end has one.
  public int lineCount() {
    return lineStarts().length;
  }

  /// Offset of the first character of a line, counted from 1.
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /// The characters of a line, counted from 1, without its line end.
  public String line(int line) {
    return text().substring(lineStart(line), lineEnd(line));
  }

  /// Offset behind the last character of a line, counted from 1, before its line end.
  public int lineEnd(int line) {
    String text = text();
    int[] lineStarts = lineStarts();
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  public String slice(Span span) {
    return text().substring(span.start(), span.end());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Source that && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private int[] lineStarts() {
    WeakReference<int[]> made = lines;
    int[] starts = made == null ? null : made.get();
    if (starts == null) {
      starts = lineStarts(text());
      lines = new WeakReference<>(starts);
    }
    return starts;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static final class Rereading implements Supplier<String> {
    private final Supplier<String> again;
    private volatile WeakReference<String> text;

    Rereading(String text, Supplier<String> again) {
      this.again = again;
      this.text = new WeakReference<>(text);
    }

    @Override
    public String get() {
      String held = text.get();
      if (held == null) {
        held = again.get();
        text = new WeakReference<>(held);
      }
      return held;
    }
  }
}
