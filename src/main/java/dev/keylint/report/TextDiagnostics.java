package dev.keylint.report;

import dev.keylint.rule.Severity;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What could not be read or understood, with its code and advice.
final class TextDiagnostics {
  private static final int MOST = 5;

  private final TextWriter out;
  private final Paint paint;
  private final TextPlaces places;

  TextDiagnostics(TextWriter out, Paint paint, TextPlaces places) {
    this.out = out;
    this.paint = paint;
    this.places = places;
  }

  /// Once for each kind and message; the first place with its code, the others by name.
  void write(List<Diagnostic> diagnostics) throws IOException {
    record Key(Diagnostic.Kind kind, String message) {}
    Map<Key, List<Diagnostic>> alike = new LinkedHashMap<>();
    for (Diagnostic diagnostic : diagnostics) {
      Key key = new Key(diagnostic.kind(), diagnostic.message());
      alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(diagnostic);
    }
    for (List<Diagnostic> group : alike.values()) {
      write(group.getFirst(), group.subList(1, group.size()));
    }
  }

  private void write(Diagnostic diagnostic, List<Diagnostic> others) throws IOException {
    String head = head(diagnostic.kind());
    out.words(
        paint(diagnostic.kind(), head),
        head.length(),
        4,
        ": " + places.plain(diagnostic.message()),
        paint::bold);
    CodeFrame frame = new CodeFrame(out, paint, places, CodeFrame.digits(diagnostic.location()));
    frame.show(
        diagnostic.location(), new FrameMark('^', text -> paint(diagnostic.kind(), text), ""));
    boolean remarks = diagnostic.help().isPresent() || !others.isEmpty();
    if (remarks && diagnostic.location() instanceof Location.InFile) {
      frame.bar();
    }
    for (Diagnostic other : others.subList(0, Math.min(others.size(), MOST))) {
      frame.remark("also", places.name(other.location()));
    }
    if (others.size() > MOST) {
      frame.remark("also", (others.size() - MOST) + " more places");
    }
    if (diagnostic.help().isPresent()) {
      frame.remark("help", diagnostic.help().map(places::plain).orElse(""));
    }
    out.blank();
  }

  private static String head(Diagnostic.Kind kind) {
    String id = NotificationKind.of(kind).id();
    return switch (kind) {
      // No level in brackets: it is no finding, and counts as none.
      case UNCHECKED -> id;
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
          COVERAGE,
          UNCHECKED ->
          paint.warning(text);
    };
  }
}
