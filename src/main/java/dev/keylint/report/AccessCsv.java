package dev.keylint.report;

import dev.keylint.access.Held;
import dev.keylint.access.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Rows as CSV (RFC 4180), with a header.
public final class AccessCsv implements AccessReport {
  private static final List<String> COLUMNS =
      List.of(
          "caller",
          "callerType",
          "identity",
          "target",
          "targetType",
          "models",
          "credential",
          "called",
          "verdict",
          "why",
          "roles",
          "allows",
          "place",
          "deployments");

  private final Redaction redaction;

  public AccessCsv(Redaction redaction) {
    this.redaction = redaction;
  }

  @Override
  public void write(List<Row> rows, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(line(COLUMNS));
    rows.forEach(row -> text.append(line(cells(row))));
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.caller(),
        row.callerType(),
        row.identity().orElse(""),
        row.target(),
        row.targetType(),
        String.join("; ", row.models()),
        row.credential().word(),
        String.valueOf(row.called()),
        row.called() ? row.verdict().word() : "",
        row.undecided().map(it -> it.link().title() + ": " + it.says()).orElse(""),
        row.grants().stream().map(Held::words).collect(Collectors.joining("; ")),
        String.join("; ", row.allows()),
        row.at().toString(),
        String.join("; ", row.deployments()));
  }

  private String line(List<String> cells) {
    return cells.stream()
        .map(cell -> Neutral.csv(redaction.line(cell)))
        .collect(Collectors.joining(",", "", "\r\n"));
  }
}
