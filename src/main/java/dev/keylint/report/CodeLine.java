package dev.keylint.report;

import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;

/// A line of a source as a terminal shows it, and which columns of it are meant.
///
/// Tabs become blanks, wide characters take two columns, secrets are hidden, and of a long line
/// only the part around what is meant is shown.
///
/// @param start the first column that is underlined, from 0
/// @param end the column behind the last one; at least one more than `start`
record CodeLine(String text, int start, int end) {
  private static final int TAB = 4;
  private static final String CUT = "...";

  /// How far around the range a long line is looked at, as a multiple of the room.
  private static final int NEAR = 3;

  private record Cell(String text, int width, boolean meant) {}

  /// The line on which a range starts, in at most `room` columns.
  static CodeLine of(Source source, Span span, Excerpts excerpts, int room) {
    int number = source.position(span.start()).line();
    Span line = new Span(source.lineStart(number), source.lineEnd(number));
    Span near =
        new Span(
            Math.max(line.start(), Math.min(span.start(), line.end()) - NEAR * room),
            Math.min(line.end(), span.start() + NEAR * room));
    List<Cell> cells = cells(source, near, span, excerpts);
    int first = first(cells);
    int from = 0;
    int to = cells.size();
    if (!near.equals(line) || width(cells, 0, to) > room) {
      from = windowStart(cells, first, room);
      to = windowEnd(cells, from, room);
    }
    StringBuilder text = new StringBuilder(from > 0 ? CUT : "");
    int start = text.length() + width(cells, from, Math.min(first, to));
    int end = start;
    for (Cell cell : cells.subList(from, to)) {
      text.append(cell.text());
      end += cell.meant() ? cell.width() : 0;
    }
    boolean more = to < cells.size() || near.end() < line.end();
    return new CodeLine(text.append(more ? CUT : "").toString(), start, Math.max(end, start + 1));
  }

  private static List<Cell> cells(Source source, Span near, Span span, Excerpts excerpts) {
    List<Span> secrets = excerpts.secretsIn(source, near);
    List<Cell> cells = new ArrayList<>();
    // Of no characters the place is meant, which is before one.
    int end = Math.max(span.end(), span.start() + 1);
    int column = 0;
    int offset = near.start();
    while (offset < near.end()) {
      int c = source.text().codePointAt(offset);
      int next = offset + Character.charCount(c);
      String text = shown(c, column);
      for (Span secret : secrets) {
        if (secret.start() <= offset && offset < secret.end()) {
          next = Math.min(secret.end(), near.end());
          text = Redaction.MASK;
        }
      }
      Cell cell = new Cell(text, Columns.of(text), next > span.start() && offset < end);
      cells.add(cell);
      column += cell.width();
      offset = next;
    }
    return cells;
  }

  private static String shown(int c, int column) {
    return c == '\t' ? " ".repeat(TAB - column % TAB) : Neutral.line(Character.toString(c));
  }

  private static int first(List<Cell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).meant()) {
        return i;
      }
    }
    return cells.size();
  }

  /// A third of the room is for what stands before.
  private static int windowStart(List<Cell> cells, int first, int room) {
    int from = first;
    for (int used = 0; from > 0 && used + cells.get(from - 1).width() <= room / 3; from--) {
      used += cells.get(from - 1).width();
    }
    return from <= CUT.length() ? 0 : from;
  }

  private static int windowEnd(List<Cell> cells, int from, int room) {
    int left = room - CUT.length() - (from > 0 ? CUT.length() : 0);
    int to = from;
    for (; to < cells.size() && left >= cells.get(to).width(); to++) {
      left -= cells.get(to).width();
    }
    return to;
  }

  private static int width(List<Cell> cells, int from, int to) {
    return cells.subList(Math.min(from, to), to).stream().mapToInt(Cell::width).sum();
  }
}
