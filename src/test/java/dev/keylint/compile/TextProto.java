package dev.keylint.compile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the text form of protocol buffers, as far as the conformance vectors use it.
final class TextProto {
  /// A message: fields in order, of which one name may come several times.
  record Message(List<Field> fields) {
    Stream<Field> all(String name) {
      return fields.stream().filter(field -> field.name().equals(name));
    }

    Optional<Field> field(String name) {
      return all(name).findFirst();
    }

    boolean has(String name) {
      return field(name).isPresent();
    }

    String text(String name) {
      return field(name).map(Field::scalar).orElse("");
    }

    Message message(String name) {
      return field(name).map(Field::message).orElse(new Message(List.of()));
    }
  }

  /// A field: either a scalar or a message.
  record Field(String name, String scalar, Message message) {}

  private final String text;
  private int at;

  private TextProto(String text) {
    this.text = text;
  }

  static Message parse(String text) {
    return new TextProto(text).message('\0');
  }

  private Message message(char end) {
    List<Field> fields = new ArrayList<>();
    while (true) {
      skip();
      if (at >= text.length() || text.charAt(at) == end) {
        at++;
        return new Message(fields);
      }
      if (text.charAt(at) == ',' || text.charAt(at) == ';') {
        at++;
        continue;
      }
      String name = word();
      skip();
      if (text.charAt(at) == ':') {
        at++;
        skip();
      }
      values(name, fields);
    }
  }

  private void values(String name, List<Field> fields) {
    if (text.charAt(at) != '[') {
      fields.add(value(name));
      return;
    }
    at++;
    for (skip(); text.charAt(at) != ']'; skip()) {
      if (text.charAt(at) == ',') {
        at++;
      } else {
        fields.add(value(name));
      }
    }
    at++;
  }

  private Field value(String name) {
    char c = text.charAt(at);
    if (c == '{' || c == '<') {
      at++;
      return new Field(name, "", message(c == '{' ? '}' : '>'));
    }
    Message none = new Message(List.of());
    if (c == '"' || c == '\'') {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      while (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
        string(bytes);
        skip();
      }
      return new Field(name, bytes.toString(StandardCharsets.UTF_8), none);
    }
    return new Field(name, word(), none);
  }

  private void string(ByteArrayOutputStream bytes) {
    char quote = text.charAt(at++);
    while (text.charAt(at) != quote) {
      char c = text.charAt(at);
      if (c == '\\') {
        escape(bytes);
      } else {
        int point = text.codePointAt(at);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(point);
      }
    }
    at++;
  }

  private void escape(ByteArrayOutputStream bytes) {
    char c = text.charAt(at + 1);
    at += 2;
    switch (c) {
      case 'n' -> bytes.write('\n');
      case 't' -> bytes.write('\t');
      case 'r' -> bytes.write('\r');
      case 'a' -> bytes.write(7);
      case 'b' -> bytes.write('\b');
      case 'f' -> bytes.write('\f');
      case 'v' -> bytes.write(11);
      case 'x' -> bytes.write(number(2, 16));
      case 'u' -> unicode(bytes, number(4, 16));
      case 'U' -> unicode(bytes, number(8, 16));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        bytes.write(number(3, 8));
      }
      default -> bytes.write(c);
    }
  }

  private static void unicode(ByteArrayOutputStream bytes, int point) {
    bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
  }

  private int number(int digits, int radix) {
    int start = at;
    while (at < start + digits && Character.digit(text.charAt(at), radix) >= 0) {
      at++;
    }
    return Integer.parseUnsignedInt(text.substring(start, at), radix);
  }

  private String word() {
    int start = at;
    if (text.charAt(at) == '[') {
      at = text.indexOf(']', at) + 1;
      return text.substring(start, at);
    }
    while (at < text.length() && " \t\r\n:{}<>[],;\"'#".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw new IllegalStateException("not understood: " + text.substring(at, at + 20));
    }
    return text.substring(start, at);
  }

  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = text.indexOf('\n', at);
        at = at < 0 ? text.length() : at;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        return;
      }
    }
  }
}
