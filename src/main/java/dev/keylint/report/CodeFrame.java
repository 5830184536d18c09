package dev.keylint.report;

import dev.keylint.text.Location;
import dev.keylint.text.Position;
import java.io.IOException;

/// Shows a place: an arrow with its name and, for a file, the line with what is meant underlined.
final class CodeFrame {
  /// Columns that words under a place have at least.
  private static final int ROOM = 48;

  private final TextWriter out;
  private final Paint paint;
  private final TextPlaces places;

  /// Columns of the longest line number.
  private final int gutter;

  CodeFrame(TextWriter out, Paint paint, TextPlaces places, int gutter) {
    this.out = out;
    this.paint = paint;
    this.places = places;
    this.gutter = gutter;
  }

  /// How many columns the number of a place's line takes.
  static int digits(Location at) {
    return at instanceof Location.InFile file ? Integer.toString(file.start().line()).length() : 1;
  }

  /// The arrow alone.
  void arrow(Location at) throws IOException {
    out.line(" ".repeat(gutter) + paint.frame("--> ") + places.name(at));
  }

  /// The arrow and the code under it; what is no range of a file has only the arrow and the label.
  void show(Location at, FrameMark mark) throws IOException {
    arrow(at);
    if (at instanceof Location.InFile file) {
      code(file, mark);
    } else if (!mark.label().isEmpty()) {
      remark("note", mark.label());
    }
  }

  /// A line of advice under the frame: `= help: ...`.
  void remark(String kind, String words) throws IOException {
    String head = " ".repeat(gutter + 1) + paint.frame("=") + " " + paint.bold(kind) + ": ";
    int columns = gutter + 1 + 2 + kind.length() + 2;
    out.words(head, columns, columns, words, line -> line);
  }

  /// The bar alone, to part the code from what follows.
  void bar() throws IOException {
    out.line(" ".repeat(gutter + 1) + paint.frame("|"));
  }

  private void code(Location.InFile file, FrameMark mark) throws IOException {
    Position start = file.start();
    CodeLine line =
        CodeLine.of(
            file.source(), file.span(), places.excerpts(), Math.max(out.width() - gutter - 3, 20));
    String number = Integer.toString(start.line());
    bar();
    out.line(paint.frame(" ".repeat(gutter - number.length()) + number + " |") + " " + line.text());
    int last = file.end().line();
    String more = last > start.line() ? " (to line " + last + ")" : "";
    String label = mark.label().isEmpty() ? "" : " " + mark.label();
    String underline = String.valueOf(mark.sign()).repeat(line.end() - line.start());
    boolean beside =
        gutter + 3 + line.end() + Columns.of(label + more) <= out.width() || label.isEmpty();
    String head = " ".repeat(gutter + 1) + paint.frame("|") + " " + " ".repeat(line.start());
    out.line(head + mark.style().apply(underline + (beside ? label + more : more)));
    if (!beside) {
      below(line.start(), mark);
    }
  }

  /// The words under what they are about, so that they are not taken for advice on the whole.
  private void below(int start, FrameMark mark) throws IOException {
    int room = Math.max(out.width() - gutter - 3, ROOM);
    int indent = Math.min(start, room - ROOM);
    String head = " ".repeat(gutter + 1) + paint.frame("|") + " " + " ".repeat(indent);
    for (String words : TextWriter.wrap(mark.label(), room - indent)) {
      out.line(head + mark.style().apply(words));
    }
  }
}
