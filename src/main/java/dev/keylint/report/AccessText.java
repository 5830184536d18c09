package dev.keylint.report;

import dev.keylint.access.Held;
import dev.keylint.access.Row;
import dev.keylint.access.Standing;
import dev.keylint.access.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rows as tables for people, one for each service.
public final class AccessText implements AccessReport {
  private static final String NOT_CALLED = "·";
  private static final String NOTHING = "-";

  /// Where a word begins in `servicePrincipal`.
  private static final Pattern KINDS = Pattern.compile("[A-Z]");

  /// How many columns a table has; a last cell tells rows apart and is not shown.
  private static final int CELLS = 4;

  private final Paint paint;
  private final int width;
  private final Redaction redaction;
  private final Optional<String> who;

  /// Lines of at most `width` columns where that can be.
  ///
  /// @param who whose rows these are, if one was asked for
  public AccessText(boolean colour, int width, Redaction redaction, Optional<String> who) {
    this.who = who;
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
      String subject = redaction.line(who.map(it -> "`" + it + "`").orElse("Nobody"));
      lines.line(
          subject
              + (who.isPresent() ? " calls no" : " calls an")
              + " Azure OpenAI, Foundry or Search service here, nor has a role that matters on"
              + " one.");
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
    Set<Optional<String>> callers =
        rows.stream().filter(Row::called).map(Row::identity).collect(Collectors.toSet());
    rows.forEach(
        row -> alike.computeIfAbsent(cells(row, callers), _ -> new ArrayList<>()).add(row));
    int[] widths = new int[CELLS + 1];
    for (List<String> cells : alike.keySet()) {
      for (int i = 0; i < CELLS; i++) {
        widths[i] = Math.max(widths[i], Columns.of(cells.get(i)));
      }
    }
    int shown = fitting(alike, widths);
    for (Map.Entry<List<String>, List<Row>> line : alike.entrySet()) {
      line(line.getKey(), line.getValue(), Arrays.copyOf(widths, shown), lines);
    }
  }

  /// How many columns have room beside one another, the place of a row as the last one; what has
  /// none gets lines of its own.
  private int fitting(Map<List<String>, List<Row>> alike, int[] widths) {
    widths[CELLS] = alike.values().stream().mapToInt(it -> Columns.of(place(it))).max().orElse(0);
    int room = width - 4;
    int shown = 0;
    while (shown < widths.length && widths[shown] <= room) {
      room -= widths[shown] + 2;
      shown++;
    }
    return Math.max(shown, 1);
  }

  private String place(List<Row> alike) {
    int more = alike.size() - 1;
    return redaction.line(alike.getFirst().at().toString())
        + (more > 0 ? " and " + more + " more" : "");
  }

  /// @param callers as whom calls of the same service were seen
  private List<String> cells(Row row, Set<Optional<String>> callers) {
    String by =
        row.called()
            ? row.credential().word()
            : callers.contains(row.identity()) ? "besides" : "no call seen";
    String roles =
        row.grants().stream().map(Held::words).distinct().collect(Collectors.joining(", "));
    return List.of(
            row.caller(),
            by,
            row.called()
                ? row.identity().map(it -> "as " + it).orElse(NOTHING)
                : KINDS.matcher(row.callerType()).replaceAll(" $0").toLowerCase(Locale.ROOT),
            roles.isEmpty() ? NOTHING : roles,
            row.called()
                ? row.verdict().word() + row.undecided().map(Step::says).orElse("")
                : String.join(", ", row.allows()))
        .stream()
        .map(redaction::line)
        .toList();
  }

  /// One line for calls that differ in their places only, if it has room.
  ///
  /// @param widths of the columns that have room beside one another
  private void line(List<String> cells, List<Row> alike, int[] widths, TextWriter lines)
      throws IOException {
    Row row = alike.getFirst();
    List<String> parts = new ArrayList<>(cells.subList(0, CELLS));
    parts.add(place(alike));
    StringBuilder line = new StringBuilder("  ").append(sign(row)).append(' ');
    for (int i = 0; i < widths.length; i++) {
      int padding = Math.max(widths[i] - Columns.of(parts.get(i)), 0) + 2;
      line.append(parts.get(i)).append(" ".repeat(padding));
    }
    lines.line(line.toString());
    for (String part : parts.subList(widths.length, parts.size())) {
      if (!part.equals(NOTHING)) {
        lines.words("      ", 6, 8, part, it -> it);
      }
    }
    if (row.called() && row.verdict() != Standing.HOLDS) {
      Step step = row.undecided().orElseThrow();
      String why = redaction.line(step.link().title() + ": " + step.says());
      lines.words("      ", 6, 6, why, it -> it);
    } else if (!row.called()) {
      String perhaps = row.grants().stream().allMatch(Held::perhaps) ? "perhaps may " : "may ";
      String may = redaction.line(perhaps + String.join(", ", row.allows()));
      lines.words("      ", 6, 6, may, it -> it);
    }
  }

  private String sign(Row row) {
    return row.called() ? AccessChainText.sign(row.verdict(), paint) : NOT_CALLED;
  }
}
