package dev.keylint.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;

/// Writes JSON whose bytes depend on nothing but the calls: LF line ends, two spaces.
///
/// What goes to a console is ASCII only, so neither its character set nor a terminal's control
/// characters matter; files of UTF-8 keep their characters. Members are written in the order of the
/// calls. A failing writer underneath surfaces as [UncheckedIOException].
public final class JsonWriter implements AutoCloseable {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .rootValueSeparator("")
          .build();
  private static final Separators SPACED =
      Separators.createDefaultInstance()
          .withRootSeparator("")
          .withObjectFieldValueSpacing(Spacing.AFTER);

  private final JsonGenerator generator;

  private JsonWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  /// A writer of one line without spaces, for JSON lines.
  public static JsonWriter compact(Writer out) {
    return new JsonWriter(open(out));
  }

  /// A writer of one member or item a line, for readers.
  public static JsonWriter pretty(Writer out) {
    Separators separators = SPACED.withObjectEmptySeparator("").withArrayEmptySeparator("");
    return indented(open(out), separators);
  }

  /// The same into a file, with the characters outside of ASCII as they are.
  public static JsonWriter utf8(OutputStream out) {
    try {
      JsonFactory factory =
          new JsonFactoryBuilder()
              .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
              .rootValueSeparator("")
              .build();
      return indented(factory.createGenerator(out), SPACED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonWriter indented(JsonGenerator generator, Separators separators) {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    generator.setPrettyPrinter(
        new DefaultPrettyPrinter(separators).withObjectIndenter(indent).withArrayIndenter(indent));
    return new JsonWriter(generator);
  }

  /// Opens an object; `end` closes it.
  public JsonWriter object() {
    return write(JsonGenerator::writeStartObject);
  }

  /// Opens an array; `end` closes it.
  public JsonWriter array() {
    return write(JsonGenerator::writeStartArray);
  }

  /// Closes the innermost open object or array.
  public JsonWriter end() {
    return generator.getOutputContext().inObject()
        ? write(JsonGenerator::writeEndObject)
        : write(JsonGenerator::writeEndArray);
  }

  /// The name of the next member of the open object.
  public JsonWriter key(String name) {
    return write(out -> out.writeFieldName(name));
  }

  public JsonWriter text(String value) {
    return write(out -> out.writeString(value));
  }

  public JsonWriter number(long value) {
    return write(out -> out.writeNumber(value));
  }

  /// A number as it was written: `1.0` stays `1.0`, and an exponent is not spelled out.
  public JsonWriter number(BigDecimal value) {
    return write(out -> out.writeNumber(value.toString()));
  }

  public JsonWriter bool(boolean value) {
    return write(out -> out.writeBoolean(value));
  }

  /// Writes `null`.
  public JsonWriter nothing() {
    return write(JsonGenerator::writeNull);
  }

  /// Writes a whole tree in its own order.
  public JsonWriter value(JsonValue value) {
    return switch (value) {
      case JsonObject(var members, _) -> {
        object();
        members.forEach(member -> key(member.key()).value(member.value()));
        yield end();
      }
      case JsonArray(var items, _) -> {
        array();
        items.forEach(this::value);
        yield end();
      }
      case JsonString(var text, _) -> text(text);
      case JsonNumber(var number, _) -> number(number);
      case JsonBoolean(var bool, _) -> bool(bool);
      case JsonNull _ -> nothing();
    };
  }

  /// Ends the line after a whole document, as JSON lines and text files want it.
  public JsonWriter newLine() {
    return write(out -> out.writeRaw('\n'));
  }

  /// Hands everything written so far to the writer underneath and flushes it.
  public JsonWriter flush() {
    return write(JsonGenerator::flush);
  }

  /// Flushes, and leaves the writer underneath open.
  @Override
  public void close() {
    write(JsonGenerator::close);
  }

  private interface Step {
    void on(JsonGenerator out) throws IOException;
  }

  private JsonWriter write(Step step) {
    try {
      step.on(generator);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonGenerator open(Writer out) {
    try {
      return FACTORY.createGenerator(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
