package dev.keylint.report;

import dev.keylint.rule.Severity;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.io.IOException;

/// What could not be read or understood, with its code and advice.
final class TextDiagnostics {
  private final TextWriter out;
  private final Paint paint;
  private final TextPlaces places;

  TextDiagnostics(TextWriter out, Paint paint, TextPlaces places) {
    this.out = out;
    this.paint = paint;
    this.places = places;
  }

  void write(Diagnostic diagnostic) throws IOException {
    String head = head(diagnostic.kind());
    out.words(
        paint(diagnostic.kind(), head),
        head.length(),
        4,
        ": " + places.plain(diagnostic.message()),
        paint::bold);
    CodeFrame frame = new CodeFrame(out, paint, places, CodeFrame.digits(diagnostic.location()));
    frame.show(
        diagnostic.location(), new CodeFrame.Mark('^', text -> paint(diagnostic.kind(), text), ""));
    if (diagnostic.help().isPresent()) {
      if (diagnostic.location() instanceof Location.InFile) {
        frame.bar();
      }
      frame.remark("help", diagnostic.help().map(places::plain).orElse(""));
    }
    out.blank();
  }

  private static String head(Diagnostic.Kind kind) {
    String id = NotificationKind.of(kind).id();
    return switch (kind) {
      case NOTE -> "note";
      case CONFIGURATION -> "error[" + id + "]";
      case SYNTAX,
          SEMANTIC,
          UNREADABLE,
          MISSING_MODULE,
          MISSING_FILE,
          UNSUPPORTED,
          LIMIT,
          OUTSIDE_ROOT,
          COVERAGE ->
          "incomplete[" + id + "]";
    };
  }

  private String paint(Diagnostic.Kind kind, String text) {
    return switch (kind) {
      case NOTE -> paint.severity(Severity.NOTE, text);
      case CONFIGURATION -> paint.severity(Severity.ERROR, text);
      case SYNTAX,
          SEMANTIC,
          UNREADABLE,
          MISSING_MODULE,
          MISSING_FILE,
          UNSUPPORTED,
          LIMIT,
          OUTSIDE_ROOT,
          COVERAGE ->
          paint.warning(text);
    };
  }
}
