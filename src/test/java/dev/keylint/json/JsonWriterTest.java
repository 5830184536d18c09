package dev.keylint.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keylint.text.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private static final String TEXT =
      "{\"a\":[1,-2.50,1E+999999999,true,null],\"o\":{},\"l\":[],\"s\":\"x\\u202e\\n\\\"\"}";

  private static JsonValue tree() {
    return JsonReader.read(Source.of("main.json", TEXT)).value().orElseThrow();
  }

  @Test
  void compactIsOneLineOfAscii() {
    StringWriter out = new StringWriter();
    try (JsonWriter json = JsonWriter.compact(out)) {
      json.value(tree()).newLine().object().key("n").number(1).end().newLine();
    }
    assertThat(out.toString()).isEqualToIgnoringCase(TEXT + "\n{\"n\":1}\n");
  }

  @Test
  void prettyPutsOneMemberOnALine() {
    StringWriter out = new StringWriter();
    try (JsonWriter json = JsonWriter.pretty(out)) {
      json.object().key("a").array().number(1).bool(true).end();
      json.key("b").object().end().key("c").array().end().key("d").nothing().end();
    }
    assertThat(out)
        .hasToString(
            "{\n  \"a\": [\n    1,\n    true\n  ],\n  \"b\": {},\n  \"c\": [],\n  \"d\": null\n}");
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    StringWriter out = new StringWriter();
    try (JsonWriter json = JsonWriter.compact(out)) {
      json.value(tree());
    }
    assertThat(JsonReader.read(Source.of("again.json", out.toString())).value()).contains(tree());
  }

  @Test
  void aFailingWriterSurfaces() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    JsonWriter json = JsonWriter.compact(full).text("x");
    assertThatThrownBy(json::flush).isInstanceOf(UncheckedIOException.class);
  }
}
