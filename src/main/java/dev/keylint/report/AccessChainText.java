package dev.keylint.report;

import dev.keylint.access.Credential;
import dev.keylint.access.Row;
import dev.keylint.access.Standing;
import dev.keylint.access.Step;
import dev.keylint.rule.Severity;
import dev.keylint.text.Location;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    boolean first = true;
    for (List<Row> same : alike(rows)) {
      if (!first) {
        lines.blank();
      }
      first = false;
      write(same, lines);
    }
    writer.flush();
  }

  /// Calls that differ in their places only are explained together.
  private static Collection<List<Row>> alike(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                AccessChainText::withoutPlaces, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static List<Object> withoutPlaces(Row row) {
    return List.of(
        row.caller(),
        row.callerType(),
        row.fullTarget(),
        row.credential(),
        row.chain().stream()
            .map(it ->
                new Step(
                    it.link(),
                    it.standing(),
                    it.says(),
                    Optional.empty(),
                    it.answer(),
                    it.repair()))
            .toList());
  }

  private void write(List<Row> same, TextWriter lines) throws IOException {
    Row row = same.getFirst();
    String title = row.caller() + " → " + row.target() + " (" + row.targetType() + ")";
    lines.line(paint.bold(redaction.line(title)) + "  " + redaction.line(row.at().toString()));
    String others = places(same.stream().map(Row::at).filter(it -> !it.equals(row.at())));
    if (!others.isEmpty()) {
      lines.words("  ", 2, 2, redaction.line("also at " + others), it -> it);
    }
    if (row.credential() == Credential.KEY) {
      lines.line("  signs in with a key: identities, audiences and roles play no part");
    }
    for (int i = 0; i < row.chain().size(); i++) {
      int link = i;
      Step step = row.chain().get(link);
      String head = "  " + sign(step.standing(), paint) + " " + step.link().title();
      int columns = 4 + step.link().title().length();
      String padding = " ".repeat(Math.max(TITLE + 4 - columns, 1));
      String all = places(same.stream().flatMap(it -> it.chain().get(link).at().stream()));
      String place = all.isEmpty() ? "" : "  (" + all + ")";
      lines.words(
          head + padding, TITLE + 4, TITLE + 4, redaction.line(step.says() + place), it -> it);
    }
    verdict(row, lines);
  }

  private static String places(Stream<Location> places) {
    return places.map(Location::toString).distinct().collect(Collectors.joining(", "));
  }

  private void verdict(Row row, TextWriter lines) throws IOException {
    Optional<Step> broken = row.broken();
    if (broken.isPresent()) {
      String answer = broken.orElseThrow().answer().map(it -> ": " + it).orElse("");
      say("The call fails", answer, lines);
      repairs(row, lines);
    } else {
      boolean open = row.verdict() == Standing.OPEN;
      say(
          open ? "Nothing is wrong as far as it can be told" : "The call works",
          open ? "; see the ? above" : ", as far as the template shows",
          lines);
    }
  }

  /// A call that works takes all of them; with several it is said which link each is for.
  private void repairs(Row row, TextWriter lines) throws IOException {
    List<Step> failed = row.chain().stream().filter(it -> it.standing() == Standing.FAILS).toList();
    for (Step it : failed) {
      if (it.repair().isPresent()) {
        String link = failed.size() == 1 ? "" : " of `" + it.link().title() + "`";
        say("Repair" + link, ": " + it.repair().orElseThrow(), lines);
      }
    }
  }

  private void say(String head, String words, TextWriter lines) throws IOException {
    lines.words(
        "  ", 2, 2, redaction.line(head + words + (words.endsWith(".") ? "" : ".")), it -> it);
  }
}
