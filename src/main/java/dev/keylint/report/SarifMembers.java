package dev.keylint.report;

import dev.keylint.json.JsonWriter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Members of JSON objects; what is null or an empty array is left out, as models made for a data
/// binder mean it.
final class SarifMembers {
  private final JsonWriter out;

  SarifMembers(JsonWriter out) {
    this.out = out;
  }

  /// Writes the members of one object.
  @FunctionalInterface
  interface Members<T> {
    void write(T object);
  }

  /// An object that is no member.
  <T> void object(T object, Members<T> members) {
    out.object();
    members.write(object);
    out.end();
  }

  <T> void object(String name, @Nullable T object, Members<T> members) {
    if (object != null) {
      out.key(name);
      object(object, members);
    }
  }

  <T> void objects(String name, @Nullable Collection<T> objects, Members<T> members) {
    if (objects != null && !objects.isEmpty()) {
      allObjects(name, objects, members);
    }
  }

  /// An array that is also written when it is empty.
  <T> void allObjects(String name, Collection<T> objects, Members<T> members) {
    out.key(name).array();
    for (T object : objects) {
      object(object, members);
    }
    out.end();
  }

  void text(String name, @Nullable Object text) {
    if (text != null) {
      out.key(name).text(text.toString());
    }
  }

  /// A number of zero or more; the models say -1 for none.
  void number(String name, @Nullable Integer number) {
    if (number != null && number >= 0) {
      out.key(name).number(number);
    }
  }

  void flag(String name, @Nullable Boolean flag) {
    if (flag != null) {
      out.key(name).bool(flag);
    }
  }

  /// Members in the order of their names.
  void members(Map<String, ?> members) {
    for (Map.Entry<String, ?> member : new TreeMap<>(members).entrySet()) {
      out.key(member.getKey());
      value(member.getKey(), member.getValue());
    }
  }

  private void value(String name, Object value) {
    switch (value) {
      case String text -> out.text(text);
      case Integer number -> out.number(number);
      case Map<?, ?> map -> {
        out.object();
        Map<String, Object> members = new TreeMap<>();
        map.forEach((key, member) -> members.put(key.toString(), member));
        members(members);
        out.end();
      }
      case Collection<?> texts -> {
        out.array();
        texts.forEach(text -> out.text(text.toString()));
        out.end();
      }
      default -> throw new IllegalStateException(name + " is a " + value.getClass());
    }
  }
}
