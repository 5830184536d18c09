package dev.keylint.live;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a snapshot holds line by line, and what is said of one that is not as it should be.
final class SnapshotTest {
  private static final Instant TIME = Instant.parse("2026-11-21T10:00:00Z");
  private static final String HEADER =
      "{\"kind\":\"header\",\"format\":\"keylint-snapshot/1\",\"subscription\":\"s\"}\n";
  private static final String FOOTER = "{\"kind\":\"footer\"}\n";

  @Test
  void whatIsWrittenIsReadBack() {
    StringWriter file = new StringWriter();
    SnapshotWriter writer = new SnapshotWriter(file, "1.2", "s", TIME);
    writer.resource("a/b", "2026-01-01", body("/x/providers/a/b/n"), TIME);
    UnitReport whole =
        new UnitReport(
            "a/b",
            "/x",
            UnitReport.State.OK,
            200,
            Optional.empty(),
            Optional.of("2026-01-01"),
            7,
            TIME);
    UnitReport broken =
        new UnitReport(
            "c/d",
            "/x",
            UnitReport.State.THROTTLED,
            429,
            Optional.of("Slow"),
            Optional.empty(),
            0,
            TIME);
    writer.unit(whole);
    writer.unit(broken);
    writer.finish(TIME);
    SnapshotReader.Result read = SnapshotReader.read(Source.of("a.jsonl", file.toString()));
    assertThat(read.units()).containsExactly(whole, broken);
    assertThat(read.estate().label()).isEqualTo("/subscriptions/s");
    assertThat(read.estate().resources())
        .singleElement()
        .satisfies(it -> assertThat(it.apiVersion()).isEqualTo("2026-01-01"));
    assertThat(read.estate().diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("c/d could not be read (throttled: Slow)");
    assertThat(file.toString())
        .startsWith(
            "{\"kind\":\"header\",\"format\":\"keylint-snapshot/1\",\"keylint\":\"1.2\",\"subscription\":\"s\",\"startedAt\":\"2026-11-21T10:00:00Z\"}\n");
  }

  @Test
  void theFooterHasTheSumOfAllLinesBefore() throws NoSuchAlgorithmException {
    StringWriter file = new StringWriter();
    SnapshotWriter writer = new SnapshotWriter(file, "1.2", "s", TIME);
    writer.resource("a/b", "", body("/é"), TIME);
    String before = file.toString();
    writer.finish(TIME);
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(before.getBytes(StandardCharsets.UTF_8));
    assertThat(file.toString()).endsWith("\"sha256\":\"" + HexFormat.of().formatHex(sum) + "\"}\n");
  }

  @Test
  void eachLineIsOnDiskAtOnceAndTheFileIsClosed() {
    StringBuilder calls = new StringBuilder();
    try (SnapshotWriter writer = new SnapshotWriter(recording(calls), "1.2", "s", TIME)) {
      assertThat(calls).hasToString("w[header]f");
      writer.finish(TIME);
    }
    assertThat(calls).hasToString("w[header]fw[footer]fc");
  }

  @Test
  void aFullDiskIsAnError() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() throws IOException {
            throw new IOException("full");
          }
        };
    assertThatThrownBy(() -> new SnapshotWriter(full, "1.2", "s", TIME))
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | this line is no JSON object",
        "[] | this line is no JSON object",
        "{\"kind\":\"footer\"} {} | this line is no JSON object",
        "{\"kind\":\"footer\",\"kind\":\"footer\"} | this line is no JSON object",
        "{\"kind\":\"header\" | this line is no JSON object",
        "{} | this line is of no kind that keylint knows",
        "{\"kind\":\"other\"} | this line is of no kind that keylint knows",
        "{\"kind\":\"header\"} | the format `` is not `keylint-snapshot/1`",
        "{\"kind\":\"header\",\"format\":\"x/2\"} | the format `x/2` is not `keylint-snapshot/1`",
        "{\"kind\":\"resource\"} | this resource has no id or type",
        "{\"kind\":\"resource\",\"body\":{\"type\":\"a/b\"}} | this resource has no id or type",
        "{\"kind\":\"resource\",\"body\":{\"id\":\"/x\"}} | this resource has no id or type",
        "{\"kind\":\"resource\",\"body\":{\"id\":\" \",\"type\":\"a/b\"}} | this resource has no id"
            + " or type",
        "{\"kind\":\"resource\",\"body\":{\"id\":\"/x\",\"type\":\" \"}} | this resource has no id"
            + " or type",
        "{\"kind\":\"unit\",\"readAt\":\"today\"} | `readAt` of this line is no time such as"
            + " 2026-01-31T12:00:00Z",
        "{\"kind\":\"unit\",\"unit\":\"a/b\"} | a/b could not be read (failed)",
      })
  void aLineThatIsNotAsItShouldBeIsNamed(String line, String message) {
    String text = HEADER + line + "\n" + FOOTER;
    Diagnostic diagnostic = read(text).diagnostics().getFirst();
    assertThat(read(text).diagnostics()).hasSize(1);
    assertThat(diagnostic.message()).isEqualTo(message);
    if (diagnostic.kind() == Diagnostic.Kind.UNREADABLE) {
      assertThat(diagnostic.location())
          .isInstanceOfSatisfying(
              Location.InFile.class,
              at ->
                  assertThat(at.span())
                      .isEqualTo(new Span(HEADER.length(), HEADER.length() + line.length())));
    }
  }

  @Test
  void aSnapshotWithoutAnEndSaysSo() {
    assertThat(read(HEADER).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("the snapshot has no end: the reading of Azure was interrupted");
    assertThat(read(HEADER + "\n \n" + FOOTER).diagnostics()).isEmpty();
    assertThat(read(FOOTER).label()).isEqualTo("Azure");
    assertThat(read(HEADER + FOOTER.strip()).diagnostics()).isEmpty();
  }

  @Test
  void theFirstOfTwoWithOneIdStaysAndAllAreInOrder() {
    String lines =
        Stream.of("/kiwi", "/Lime/x", "/quince", "/fig", "/zest", "/lime", "/Cherry", "/FIG")
            .map(id -> resource(id, "a/b", "of" + id))
            .collect(joining());
    assertThat(read(HEADER + lines + FOOTER).resources())
        .extracting(it -> ((Value.Str) it.id()).value() + " " + it.apiVersion())
        .containsExactly(
            "/Cherry of/Cherry",
            "/fig of/fig",
            "/kiwi of/kiwi",
            "/lime of/lime",
            "/Lime/x of/Lime/x",
            "/quince of/quince",
            "/zest of/zest");
  }

  /// A list that one subscription keeps to itself may hold what another one's does not.
  @Test
  void aTypeIsReadWhereverItWasAskedFor() {
    Estate estate =
        read(
            HEADER
                + unit("a/b", "/x", "ok")
                + unit("a/b", "/y", "ok")
                + unit("c/d", "/x", "ok")
                + unit("c/d", "/y", "forbidden")
                + FOOTER);
    assertThat(estate.isRead("A/B")).isTrue();
    assertThat(estate.isRead("c/d")).isFalse();
    assertThat(estate.isRead("e/f")).isFalse();
  }

  private static String unit(String name, String scope, String state) {
    return "{\"kind\":\"unit\",\"unit\":\"%s\",\"scope\":\"%s\",\"state\":\"%s\"}\n"
        .formatted(name, scope, state);
  }

  @Test
  void linesThatWereChangedAreNoticed() {
    StringWriter file = new StringWriter();
    SnapshotWriter writer = new SnapshotWriter(file, "1.2", "s", TIME);
    writer.resource("a/b", "2026-01-01", body("/x/providers/a/b/n"), TIME);
    writer.finish(TIME);
    assertThat(read(file.toString()).diagnostics()).isEmpty();
    assertThat(read(file.toString().replace("2026-01-01", "2026-01-02")).diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.message()).startsWith("somebody changed the lines above"));
  }

  @ParameterizedTest
  @CsvSource({
    "ok, OK",
    "forbidden, FORBIDDEN",
    "throttled, THROTTLED",
    "failed, FAILED",
    "?, FAILED"
  })
  void statesOfUnits(String word, UnitReport.State state) {
    String line =
        "{\"kind\":\"unit\",\"unit\":\"a/b\",\"scope\":\"/x\",\"state\":\"" + word + "\"}\n";
    SnapshotReader.Result read = SnapshotReader.read(Source.of("a.jsonl", HEADER + line + FOOTER));
    assertThat(read.units())
        .singleElement()
        .satisfies(unit -> assertThat(unit.state()).isEqualTo(state));
    assertThat(read.estate().gaps()).hasSize(state == UnitReport.State.OK ? 0 : 1);
  }

  private static Writer recording(StringBuilder calls) {
    return new Writer() {
      @Override
      public void write(char[] text, int from, int length) {
        String line = new String(text, from, length);
        calls.append(line.contains("\"header\"") ? "w[header]" : "w[footer]");
      }

      @Override
      public void flush() {
        calls.append("f");
      }

      @Override
      public void close() {
        calls.append("c");
      }
    };
  }

  private static String resource(String id, String type, String version) {
    return "{\"kind\":\"resource\",\"apiVersion\":\""
        + version
        + "\",\"body\":{\"id\":\""
        + id
        + "\",\"type\":\""
        + type
        + "\"}}\n";
  }

  private static JsonObject body(String id) {
    return JsonReader.read(Source.of("x", "{\"id\":\"" + id + "\",\"type\":\"a/b\"}"))
        .object()
        .orElseThrow();
  }

  private static Estate read(String text) {
    return SnapshotReader.read(Source.of("a.jsonl", text)).estate();
  }
}
