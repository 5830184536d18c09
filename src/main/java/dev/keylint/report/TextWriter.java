package dev.keylint.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Lines of at most a certain width; every line that goes out is harmless for pipelines.
final class TextWriter {
  private final Appendable out;
  private final int width;

  TextWriter(Appendable out, int width) {
    this.out = out;
    this.width = width;
  }

  int width() {
    return width;
  }

  void blank() throws IOException {
    out.append('\n');
  }

  /// A line that is ready.
  void line(String line) throws IOException {
    out.append(Neutral.logged(line.stripTrailing())).append('\n');
  }

  /// Words behind a head, broken between words; the following lines are indented.
  ///
  /// @param columns how many columns the head takes; it may hold colours
  /// @param style what is done with each line of the words
  void words(String head, int columns, int indent, String words, Style style) throws IOException {
    String start = head;
    int room = Math.max(width - columns, 20);
    for (String line : wrap(words, room, Math.max(width - indent, 20))) {
      line(start + style.apply(line));
      start = " ".repeat(indent);
    }
  }

  /// Colours a finished piece of text.
  @FunctionalInterface
  interface Style {
    String apply(String text);
  }

  /// Words in lines of at most so many columns, but for single words that are longer.
  static List<String> wrap(String words, int room) {
    return wrap(words, room, room);
  }

  private static List<String> wrap(String text, int first, int others) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int columns = 0;
    for (String word : text.split(" ")) {
      int size = Columns.of(word);
      int room = lines.isEmpty() ? first : others;
      if (columns > 0 && columns + 1 + size > room) {
        lines.add(line.toString());
        line.setLength(0);
        columns = 0;
      }
      line.append(columns == 0 ? "" : " ").append(word);
      columns += columns == 0 ? size : size + 1;
    }
    lines.add(line.toString());
    return lines;
  }
}
