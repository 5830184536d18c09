package dev.keylint.report;

import dev.keylint.access.Row;
import dev.keylint.access.Standing;
import dev.keylint.access.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Rows as tables for people, one for each service.
public final class AccessText implements AccessReport {
  private static final String NOT_CALLED = "·";
  private static final String NOTHING = "-";

  /// How many columns a table has; a last cell tells rows apart and is not shown.
  private static final int CELLS = 4;

  private final Paint paint;
  private final int width;
  private final Redaction redaction;

  /// Lines of at most `width` columns where that can be.
  public AccessText(boolean colour, int width, Redaction redaction) {
    this.paint = new Paint(colour);
    this.width = width;
    this.redaction = redaction;
  }

  @Override
  public void write(List<Row> rows, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    TextWriter lines = new TextWriter(writer, width);
    boolean several = rows.stream().map(Row::deployments).distinct().count() > 1;
    Map<String, List<Row>> byTarget = new LinkedHashMap<>();
    for (Row row : rows) {
      byTarget.computeIfAbsent(head(row, several), _ -> new ArrayList<>()).add(row);
    }
    for (Map.Entry<String, List<Row>> target : byTarget.entrySet()) {
      lines.words("", 0, 4, redaction.line(target.getKey()), paint::bold);
      table(target.getValue(), lines);
      lines.blank();
    }
    if (rows.isEmpty()) {
      lines.line(
          "Nobody calls an Azure OpenAI, Foundry or Search service here, nor has a role on one.");
    }
    writer.flush();
  }

  private static String head(Row row, boolean several) {
    String models = row.models().isEmpty() ? "" : ": " + String.join(", ", row.models());
    String where = several ? " in " + String.join(", ", row.deployments()) : "";
    return row.target() + " (" + row.targetType() + ")" + models + where;
  }

  private void table(List<Row> rows, TextWriter lines) throws IOException {
    Map<List<String>, List<Row>> alike = new LinkedHashMap<>();
    rows.forEach(row -> alike.computeIfAbsent(cells(row), _ -> new ArrayList<>()).add(row));
    int[] widths = new int[CELLS];
    for (List<String> cells : alike.keySet()) {
      for (int i = 0; i < CELLS; i++) {
        widths[i] = Math.max(widths[i], Columns.of(cells.get(i)));
      }
    }
    for (Map.Entry<List<String>, List<Row>> line : alike.entrySet()) {
      line(line.getKey(), line.getValue(), widths, lines);
    }
  }

  private List<String> cells(Row row) {
    String by = row.called() ? row.credential().word() : "no call seen";
    String roles =
        row.grants().stream()
            .map(it -> it.role() + " at " + it.scope())
            .distinct()
            .collect(Collectors.joining(", "));
    return List.of(
            row.caller(),
            by,
            row.identity().map(it -> "as " + it).orElse(NOTHING),
            roles.isEmpty() ? NOTHING : roles,
            row.called() ? row.verdict().word() + row.undecided().map(Step::says).orElse("") : "")
        .stream()
        .map(redaction::line)
        .toList();
  }

  /// One line for calls that differ in their places only.
  private void line(List<String> cells, List<Row> alike, int[] widths, TextWriter lines)
      throws IOException {
    Row row = alike.getFirst();
    StringBuilder line = new StringBuilder("  ").append(sign(row)).append(' ');
    for (int i = 0; i < CELLS; i++) {
      line.append(cells.get(i)).append(" ".repeat(widths[i] - Columns.of(cells.get(i)) + 2));
    }
    line.append(redaction.line(row.at().toString()));
    lines.line(line + (alike.size() > 1 ? " and " + (alike.size() - 1) + " more" : ""));
    if (row.called() && row.verdict() != Standing.HOLDS) {
      Step step = row.undecided().orElseThrow();
      String why = redaction.line(step.link().title() + ": " + step.says());
      lines.words("      ", 6, 6, why, it -> it);
    }
  }

  private String sign(Row row) {
    return row.called() ? AccessChainText.sign(row.verdict(), paint) : NOT_CALLED;
  }
}
