package dev.keylint.live;

import dev.keylint.json.JsonValue;
import dev.keylint.json.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;

/// Writes `keylint-snapshot/1`: a line of JSON for the header, for each resource as Azure gave it,
/// for each unit with how its reading went, and a footer with the SHA-256 of all lines before it.
///
/// @implNote the lines are appended as they come, so that an interrupted run leaves what it has;
///   only a file with a footer is whole
public final class SnapshotWriter implements AutoCloseable {
  /// The format's name and version.
  public static final String FORMAT = "keylint-snapshot/1";

  private final Writer out;
  private final MessageDigest digest;

  /// Begins a snapshot.
  public SnapshotWriter(Writer out, String version, String subscription, Instant startedAt) {
    this.out = out;
    this.digest = sha256();
    line(json ->
        json.key("kind")
            .text("header")
            .key("format")
            .text(FORMAT)
            .key("keylint")
            .text(version)
            .key("subscription")
            .text(subscription)
            .key("startedAt")
            .text(startedAt.toString()));
  }

  /// A resource, its body untouched.
  void resource(String unit, String apiVersion, JsonValue body, Instant readAt) {
    line(json ->
        json.key("kind")
            .text("resource")
            .key("unit")
            .text(unit)
            .key("source")
            .text("rp")
            .key("apiVersion")
            .text(apiVersion)
            .key("readAt")
            .text(readAt.toString())
            .key("body")
            .value(Scrubber.scrub(body)));
  }

  /// The end of a unit.
  void unit(UnitReport unit) {
    line(json -> {
      json.key("kind").text("unit").key("unit").text(unit.name()).key("scope").text(unit.scope());
      json.key("state").text(unit.state().word()).key("status").number(unit.status());
      unit.error().ifPresent(error -> json.key("error").text(error));
      unit.apiVersion().ifPresent(version -> json.key("apiVersion").text(version));
      json.key("rows").number(unit.rows()).key("readAt").text(unit.readAt().toString());
    });
  }

  /// Ends the snapshot: from now on it is whole.
  public void finish(Instant endedAt) {
    String sum = HexFormat.of().formatHex(digest.digest());
    line(json ->
        json.key("kind")
            .text("footer")
            .key("endedAt")
            .text(endedAt.toString())
            .key("sha256")
            .text(sum));
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(Consumer<JsonWriter> members) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = JsonWriter.compact(text)) {
      members.accept(json.object());
      json.end();
    }
    String line = text.toString().replace("\n", "") + "\n";
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    try {
      out.write(line);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
