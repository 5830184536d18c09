package dev.keylint.report;

import dev.keylint.access.Credential;
import dev.keylint.access.Row;
import dev.keylint.access.Standing;
import dev.keylint.access.Step;
import dev.keylint.rule.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The chain between a caller and a service for people, link by link, and what comes of it.
public final class AccessChainText implements AccessReport {
  private static final int TITLE = 28;

  private final Paint paint;
  private final int width;
  private final Redaction redaction;

  /// Lines of at most `width` columns.
  public AccessChainText(boolean colour, int width, Redaction redaction) {
    this.paint = new Paint(colour);
    this.width = width;
    this.redaction = redaction;
  }

  static String sign(Standing standing, Paint paint) {
    return switch (standing) {
      case HOLDS -> standing.sign();
      case FAILS -> paint.severity(Severity.ERROR, standing.sign());
      case OPEN -> paint.undecided(standing.sign());
    };
  }

  @Override
  public void write(List<Row> rows, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    TextWriter lines = new TextWriter(writer, width);
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        lines.blank();
      }
      write(rows.get(i), lines);
    }
    writer.flush();
  }

  private void write(Row row, TextWriter lines) throws IOException {
    String title = row.caller() + " → " + row.target() + " (" + row.targetType() + ")";
    lines.line(paint.bold(redaction.line(title)) + "  " + redaction.line(row.at().toString()));
    if (row.credential() == Credential.KEY) {
      lines.line("  signs in with a key: identities, audiences and roles play no part");
    }
    for (Step step : row.chain()) {
      String head = "  " + sign(step.standing(), paint) + " " + step.link().title();
      int columns = 4 + step.link().title().length();
      String padding = " ".repeat(Math.max(TITLE + 4 - columns, 1));
      String place = step.at().map(at -> "  (" + at + ")").orElse("");
      lines.words(
          head + padding, TITLE + 4, TITLE + 4, redaction.line(step.says() + place), it -> it);
    }
    Optional<Step> broken = row.broken();
    if (broken.isPresent()) {
      String answer = broken.orElseThrow().answer().map(it -> ": " + it).orElse("");
      say("The call fails", answer, lines);
      if (broken.orElseThrow().repair().isPresent()) {
        say("Repair", ": " + broken.orElseThrow().repair().orElseThrow(), lines);
      }
    } else {
      boolean open = row.verdict() == Standing.OPEN;
      say(
          open ? "Nothing is wrong as far as it can be told" : "The call works",
          open ? "; see the ? above" : ", as far as the template shows",
          lines);
    }
  }

  private void say(String head, String words, TextWriter lines) throws IOException {
    lines.words(
        "  ", 2, 2, redaction.line(head + words + (words.endsWith(".") ? "" : ".")), it -> it);
  }
}
