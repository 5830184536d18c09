package dev.keylint.live;

import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Substitution;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a snapshot back: the only input that the judging of live state has.
public final class SnapshotReader {
  private final Source source;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Map<String, Resource> resources = new HashMap<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<UnitReport> units = new ArrayList<>();
  private String label = "Azure";
  private boolean finished;

  /// Of the lines so far.
  private final MessageDigest digest = SnapshotWriter.sha256();

  private SnapshotReader(Source source) {
    this.source = source;
  }

  /// What a snapshot holds.
  ///
  /// @param units how each reading went
  public record Result(Estate estate, List<UnitReport> units) {}

  /// Reads a snapshot; what is wrong with it is in the estate's diagnostics.
  public static Result read(Source source) {
    return new SnapshotReader(source).read();
  }

  private Result read() {
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.line(line);
      if (!text.isBlank()) {
        read(text, line);
        digest.update((text + '\n').getBytes(StandardCharsets.UTF_8));
      }
    }
    if (!finished) {
      report(source.lineCount(), "the snapshot has no end: the reading of Azure was interrupted");
    }
    List<Resource> sorted = new ArrayList<>(resources.values());
    sorted.sort((a, b) -> id(a).compareTo(id(b)));
    Estate estate =
        new Estate(
            label,
            true,
            Optional.of(complete()),
            sorted,
            List.of(),
            List.of(),
            gaps,
            diagnostics,
            Set.of(),
            List.of(),
            Substitution.ALONE);
    return new Result(estate, List.copyOf(units));
  }

  /// What was read to its end wherever it was asked for.
  private Set<String> complete() {
    Map<String, Boolean> complete =
        units.stream()
            .collect(
                Collectors.toMap(
                    UnitReport::name,
                    it -> it.state() == UnitReport.State.OK,
                    Boolean::logicalAnd));
    complete.values().removeIf(all -> !all);
    return complete.keySet();
  }

  private void read(String text, int line) {
    JsonResult result = JsonReader.read(Source.of(source.path() + ":" + line, text));
    Optional<JsonObject> object = result.object();
    if (object.isEmpty() || !result.diagnostics().isEmpty()) {
      report(line, "this line is no JSON object");
      return;
    }
    JsonObject members = object.orElseThrow();
    switch (members.text("kind").orElse("")) {
      case "header" -> header(members, line);
      case "resource" -> resource(members, line);
      case "unit" -> unit(members, line);
      case "footer" -> footer(members, line);
      default -> report(line, "this line is of no kind that keylint knows");
    }
  }

  private void header(JsonObject header, int line) {
    String format = header.text("format").orElse("");
    if (!format.equals(SnapshotWriter.FORMAT)) {
      report(line, "the format `" + format + "` is not `" + SnapshotWriter.FORMAT + "`");
    }
    label = header.text("subscription").map(id -> "/subscriptions/" + id).orElse(label);
  }

  /// One without a digest was written by hand.
  private void footer(JsonObject footer, int line) {
    finished = true;
    String sum = HexFormat.of().formatHex(digest.digest());
    if (footer.text("sha256").filter(it -> !it.equalsIgnoreCase(sum)).isPresent()) {
      report(
          line,
          "somebody changed the lines above: their SHA-256 is `" + sum + "`, not the one here");
    }
  }

  /// A role assignment at a management group is in the list of each subscription below: one of it
  /// is enough.
  private void resource(JsonObject line, int number) {
    Optional<Resource> resource =
        line.object("body")
            .flatMap(
                body -> LiveResources.resource(body, line.text("apiVersion").orElse(""), label));
    if (resource.isEmpty()) {
      report(number, "this resource has no id or type");
      return;
    }
    resources.putIfAbsent(id(resource.orElseThrow()), resource.orElseThrow());
  }

  private void unit(JsonObject line, int lineNumber) {
    Optional<Instant> readAt = time(line.text("readAt").orElse("1970-01-01T00:00:00Z"));
    if (readAt.isEmpty()) {
      report(lineNumber, "`readAt` of this line is no time such as 2026-01-31T12:00:00Z");
      // How the reading went can't be trusted either.
      String name = line.text("unit").orElse("");
      Location at = new Location.InAzure(line.text("scope").orElse(""), "");
      gaps.add(new Gap(name + " is not known", List.of(name), List.of(), at));
      return;
    }
    UnitReport unit =
        new UnitReport(
            line.text("unit").orElse(""),
            line.text("scope").orElse(""),
            UnitReport.State.of(line.text("state").orElse("")),
            number(line, "status"),
            line.text("error"),
            line.text("apiVersion"),
            number(line, "rows"),
            readAt.orElseThrow());
    units.add(unit);
    if (unit.state() != UnitReport.State.OK) {
      Location at = new Location.InAzure(unit.scope(), "");
      String what =
          unit.name()
              + " could not be read ("
              + unit.state().word()
              + unit.error().map(it -> ": " + it).orElse("")
              + ")";
      gaps.add(new Gap(what, List.of(unit.name()), List.of(), at));
      diagnostics.add(
          Diagnostic.of(Diagnostic.Kind.COVERAGE, what, at)
              .help("the role Reader at the subscription is enough to read it"));
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// Zero for what is no count.
  private static int number(JsonObject line, String name) {
    return line.value(name)
        .filter(JsonNumber.class::isInstance)
        .map(value -> Math.clamp(((JsonNumber) value).integer().orElse(0), 0, Integer.MAX_VALUE))
        .orElse(0);
  }

  private static String id(Resource resource) {
    return resource.id() instanceof dev.keylint.value.Value.Str text
        ? text.value().toLowerCase(Locale.ROOT)
        : "";
  }

  private void report(int line, String message) {
    int start = source.lineStart(line);
    Span span = new Span(start, start + source.line(line).length());
    diagnostics.add(
        Diagnostic.of(Diagnostic.Kind.UNREADABLE, message, new Location.InFile(source, span)));
  }
}
