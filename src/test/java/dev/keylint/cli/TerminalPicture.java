package dev.keylint.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a terminal shows of a command, as an SVG picture.
///
/// A run of characters says how wide it is, so columns stand under each other whichever monospaced
/// font the reader has.
final class TerminalPicture {
  private static final double COLUMN = 8.4;
  private static final int LINE = 19;
  private static final int MARGIN = 20;
  private static final int TITLE_BAR = 34;
  private static final Pattern RUN =
      Pattern.compile("(?:\u001b\\[([0-9;]*)m)?([^\u001b]*)", Pattern.DOTALL);

  private final StringBuilder svg = new StringBuilder();

  private TerminalPicture() {}

  /// @param label what the picture shows, for those who can't see it
  /// @param printed what the command printed, with the colours of Select Graphic Rendition
  static String of(String label, String command, String printed) {
    List<String> lines = printed.strip().lines().toList();
    int columns =
        lines.stream()
            .mapToInt(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").length())
            .max()
            .orElse(0);
    int width = (int) Math.ceil(Math.max(columns, command.length() + 2) * COLUMN) + 2 * MARGIN;
    int height = TITLE_BAR + (lines.size() + 2) * LINE + MARGIN;
    TerminalPicture picture = new TerminalPicture();
    picture.frame(label, width, height);
    picture.line(0, "\u001b[2m$ \u001b[0m" + command);
    for (int i = 0; i < lines.size(); i++) {
      picture.line(i + 2, lines.get(i));
    }
    return picture.svg.append("</g>\n</svg>\n").toString();
  }

  private void frame(String label, int width, int height) {
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-label="%3$s">
            <rect x="0.5" y="0.5" width="%4$d" height="%5$d" rx="9" fill="#0d1117" stroke="#30363d"/>
            <circle cx="20" cy="18" r="6" fill="#ff5f57"/><circle cx="40" cy="18" r="6" fill="#febc2e"/><circle cx="60" cy="18" r="6" fill="#28c840"/>
            <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3" xml:space="preserve">
            """,
            width,
            height,
            escaped(label),
            width - 1,
            height - 1));
  }

  private void line(int number, String text) {
    int y = TITLE_BAR + (number + 1) * LINE;
    int column = 0;
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      String run = runs.group(2);
      int length = run.length();
      String visible = run.strip();
      if (!visible.isEmpty()) {
        int start = column + run.indexOf(visible);
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\"%s>%s</text>\n",
                MARGIN + start * COLUMN,
                y,
                visible.length() * COLUMN,
                look(runs.group(1)),
                escaped(visible)));
      }
      column += length;
    }
  }

  private static String look(String codes) {
    return switch (codes == null ? "" : codes) {
      case "", "0" -> "";
      case "1" -> " font-weight=\"bold\"";
      case "2" -> " fill=\"#8b949e\"";
      case "1;31" -> " font-weight=\"bold\" fill=\"#ff7b72\"";
      case "1;33" -> " font-weight=\"bold\" fill=\"#e3b341\"";
      case "1;34" -> " font-weight=\"bold\" fill=\"#79c0ff\"";
      case "1;35" -> " font-weight=\"bold\" fill=\"#d2a8ff\"";
      case "1;36" -> " font-weight=\"bold\" fill=\"#56d4dd\"";
      default -> throw new IllegalArgumentException("the picture knows no look " + codes);
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
