package dev.keylint.report;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Explanations for people: the values that decided, each with its code and where it comes from.
public final class TextTrace {
  private final Paint paint;
  private final int width;
  private final TextPlaces places;

  /// Explanations of at most `width` columns.
  public TextTrace(boolean colour, int width, Redaction redaction) {
    this.paint = new Paint(colour);
    this.width = Math.max(width, 40);
    this.places = new TextPlaces(redaction);
  }

  /// Writes them, one after the other.
  public void write(List<Trace> traces, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    TextWriter lines = new TextWriter(writer, width);
    for (Trace trace : traces) {
      write(trace, lines);
    }
    writer.flush();
  }

  private void write(Trace trace, TextWriter lines) throws IOException {
    String head = "trace[" + trace.ruleId() + "]";
    String words = trace.subject() + " in " + trace.deployment() + ": the rule " + trace.answer();
    lines.words(paint.bold(head), head.length(), 4, ": " + places.plain(words), paint::bold);
    int gutter =
        trace.steps().stream().mapToInt(step -> CodeFrame.digits(step.at())).max().orElse(1);
    CodeFrame frame = new CodeFrame(lines, paint, places, gutter);
    for (Finding.Related step : trace.steps()) {
      frame.show(step.at(), new FrameMark('-', paint::frame, places.plain(step.message())));
    }
    if (trace.steps().isEmpty()) {
      frame.remark("note", "no value of the template decided");
    }
    lines.blank();
  }
}
