package dev.keylint.cli;

import dev.keylint.fix.UnifiedDiff;
import dev.keylint.report.Redaction;
import java.io.PrintStream;
import java.util.List;

/// Prints a patch: as it is for programs, in colours for people.
final class Patch {
  private static final char ESCAPE = '\u001b';

  private final PrintStream out;
  private final boolean colours;
  private final Redaction redaction;
  private boolean masked;

  Patch(PrintStream out, boolean colours, Redaction redaction) {
    this.out = out;
    this.colours = colours;
    this.redaction = redaction;
  }

  void print(List<UnifiedDiff.Line> lines) {
    for (UnifiedDiff.Line line : lines) {
      String text = shown(line, lines);
      masked |= !text.equals(line.text());
      // Not `println`: a line ends in a line feed, whatever stands before that.
      out.print((colours ? coloured(line.kind(), text) : text) + "\n");
    }
  }

  /// What is new may hold what the user gave for this run, unless it was there before.
  private String shown(UnifiedDiff.Line line, List<UnifiedDiff.Line> all) {
    boolean isNew =
        line.kind() == UnifiedDiff.Kind.NEW
            && redaction.given(line.text()).stream()
                .anyMatch(value -> all.stream().noneMatch(it -> isOld(it, value)));
    return isNew ? redaction.text(line.text()) : redaction.source(line.text());
  }

  private static boolean isOld(UnifiedDiff.Line line, String value) {
    return switch (line.kind()) {
      case SAME, GONE -> line.text().contains(value);
      case FILE, HUNK, NEW -> false;
    };
  }

  /// Whether something was hidden, so that the patch can't be applied.
  boolean isMasked() {
    return masked;
  }

  private static String coloured(UnifiedDiff.Kind kind, String text) {
    return switch (kind) {
      case FILE -> code("1", text);
      case HUNK -> code("36", text);
      case SAME -> harmless(text);
      case GONE -> code("31", text);
      case NEW -> code("32", text);
    };
  }

  private static String code(String code, String text) {
    return ESCAPE + "[" + code + "m" + harmless(text) + ESCAPE + "[0m";
  }

  /// A stranger's line must not steer a terminal.
  private static String harmless(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\t\\r]]", "\ufffd").replace("\r", "");
  }
}
