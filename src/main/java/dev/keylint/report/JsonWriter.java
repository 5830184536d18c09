package dev.keylint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Members of JSON objects, with two blanks of indentation and LF; what is null or an empty array
/// is left out, as models made for a data binder mean it.
final class JsonWriter implements AutoCloseable {
  private final JsonGenerator out;

  JsonWriter(OutputStream bytes) throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    this.out =
        new JsonFactory()
            .createGenerator(bytes)
            .setPrettyPrinter(
                new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(lines)
                    .withArrayIndenter(lines));
  }

  /// Writes the members of one object.
  @FunctionalInterface
  interface Members<T> {
    void write(T object) throws IOException;
  }

  /// An object that is no member.
  <T> void object(T object, Members<T> members) throws IOException {
    out.writeStartObject();
    members.write(object);
    out.writeEndObject();
  }

  <T> void object(String name, @Nullable T object, Members<T> members) throws IOException {
    if (object != null) {
      out.writeFieldName(name);
      object(object, members);
    }
  }

  <T> void objects(String name, @Nullable Collection<T> objects, Members<T> members)
      throws IOException {
    if (objects != null && !objects.isEmpty()) {
      allObjects(name, objects, members);
    }
  }

  /// An array that is also written when it is empty.
  <T> void allObjects(String name, Collection<T> objects, Members<T> members) throws IOException {
    out.writeArrayFieldStart(name);
    for (T object : objects) {
      object(object, members);
    }
    out.writeEndArray();
  }

  void text(String name, @Nullable Object text) throws IOException {
    if (text != null) {
      out.writeStringField(name, text.toString());
    }
  }

  /// A number of zero or more; the models say -1 for none.
  void number(String name, @Nullable Integer number) throws IOException {
    if (number != null && number >= 0) {
      out.writeNumberField(name, number);
    }
  }

  void flag(String name, @Nullable Boolean flag) throws IOException {
    if (flag != null) {
      out.writeBooleanField(name, flag);
    }
  }

  /// Members in the order of their names.
  void members(Map<String, ?> members) throws IOException {
    for (Map.Entry<String, ?> member : new TreeMap<>(members).entrySet()) {
      value(member.getKey(), member.getValue());
    }
  }

  private void value(String name, Object value) throws IOException {
    switch (value) {
      case String text -> out.writeStringField(name, text);
      case Integer number -> out.writeNumberField(name, number);
      case Map<?, ?> map -> {
        out.writeObjectFieldStart(name);
        Map<String, Object> members = new TreeMap<>();
        map.forEach((key, member) -> members.put(key.toString(), member));
        members(members);
        out.writeEndObject();
      }
      case Collection<?> texts -> {
        out.writeArrayFieldStart(name);
        for (Object text : texts) {
          out.writeString(text.toString());
        }
        out.writeEndArray();
      }
      default -> throw new IllegalStateException(name + " is a " + value.getClass());
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
