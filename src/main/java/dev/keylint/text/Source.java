package dev.keylint.text;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A file's path, characters and line index; equality by path.
///
/// Every location refers to its source, and findings outlive the work on their file by far. So a
/// source that can be read again does not keep its characters: those who work on them do. If the
/// file has changed by then, the source is lost: places that are known stay, the text is empty.
///
/// The path is what messages show: relative to the scan root, with `/` between its names. A line
/// ends at LF, CRLF or a lone CR. Offsets and columns count UTF-16 units, as SARIF's
/// `utf16CodeUnits` does.
public final class Source {
  private final String path;
  private final int length;
  private final Supplier<Optional<String>> text;
  private volatile int @Nullable [] lines;
  private volatile boolean lost;

  private Source(String path, int length, Supplier<Optional<String>> text) {
    this.path = path;
    this.length = length;
    this.text = text;
  }

  /// A source of this path and text; a byte order mark at its start must have been removed.
  public static Source of(String path, String text) {
    Optional<String> kept = Optional.of(text);
    return new Source(path, text.length(), () -> kept);
  }

  /// A source that has `again` read its text anew when nobody holds it any more; `again` answers
  /// the same characters, or nothing when the file does not hold them any more.
  public static Source of(String path, String text, Supplier<Optional<String>> again) {
    return new Source(path, text.length(), new Rereading(text, again));
  }

  public String path() {
    return path;
  }

  /// The characters; none when the source is lost.
  public String text() {
    Optional<String> now = lost ? Optional.empty() : text.get();
    if (now.isEmpty()) {
      lost = true;
    }
    return now.orElse("");
  }

  /// Whether the file has changed since it was read, so that its text is not to be had any more.
  public boolean isLost() {
    return text().isEmpty() && lost;
  }

  /// The place of an offset; an offset past the end counts as the end.
  public Position position(int offset) {
    int[] lineStarts = lineStarts();
    int at = Math.clamp(offset, 0, length);
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
    return slice(new Span(lineStart(line), lineEnd(line)));
  }

  /// Offset behind the last character of a line, counted from 1, before its line end.
  public int lineEnd(int line) {
    String text = text();
    int[] lineStarts = lineStarts();
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : length;
    while (end > start && end <= text.length() && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /// The characters of a span; none when the source is lost.
  public String slice(Span span) {
    String text = text();
    return lost ? "" : text.substring(span.start(), span.end());
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
    int[] starts = lines;
    if (starts == null) {
      starts = lineStarts(text());
      lines = starts;
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

  private static final class Rereading implements Supplier<Optional<String>> {
    private final Supplier<Optional<String>> again;
    private volatile WeakReference<String> text;

    Rereading(String text, Supplier<Optional<String>> again) {
      this.again = again;
      this.text = new WeakReference<>(text);
    }

    @Override
    public Optional<String> get() {
      String held = text.get();
      if (held != null) {
        return Optional.of(held);
      }
      Optional<String> read = again.get();
      read.ifPresent(found -> text = new WeakReference<>(found));
      return read;
    }
  }
}
