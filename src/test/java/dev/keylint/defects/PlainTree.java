package dev.keylint.defects;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.json.JsonWriter;
import dev.keylint.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A template as maps and lists that edits can change.
@SuppressWarnings(
    "ReferenceEquality") // an edit is about one part, not about those that say the same
final class PlainTree {
  private static final Object NOTHING = new Object();

  private PlainTree() {}

  static Object of(JsonValue value) {
    return switch (value) {
      case JsonObject object -> {
        Map<String, Object> map = new LinkedHashMap<>();
        object.members().forEach(it -> map.put(it.key(), of(it.value())));
        yield map;
      }
      case JsonArray array -> {
        List<Object> list = new ArrayList<>();
        array.items().forEach(it -> list.add(of(it)));
        yield list;
      }
      case JsonString text -> text.value();
      case JsonNumber number -> number.value();
      case JsonBoolean flag -> flag.value();
      case JsonNull _ -> NOTHING;
    };
  }

  static Object of(YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping mapping -> {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(it -> map.put(it.key().text(), of(it.value())));
        yield map;
      }
      case YamlNode.Sequence sequence -> {
        List<Object> list = new ArrayList<>();
        sequence.items().forEach(it -> list.add(of(it)));
        yield list;
      }
      case YamlNode.Scalar scalar -> {
        String text = scalar.text();
        boolean isFlag = !scalar.quoted() && (text.equals("true") || text.equals("false"));
        yield isFlag ? (Object) Boolean.valueOf(text) : text;
      }
    };
  }

  static void write(Object tree, JsonWriter out) {
    switch (tree) {
      case Map<?, ?> object -> {
        out.object();
        object.forEach((key, value) -> write(value, out.key((String) key)));
        out.end();
      }
      case List<?> array -> {
        out.array();
        array.forEach(it -> write(it, out));
        out.end();
      }
      case Boolean flag -> out.bool(flag);
      case BigDecimal number -> out.number(number);
      case String text -> out.text(text);
      default -> out.nothing();
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  /// What a step of a place leads to: a member, an item of that name, and from the top a resource.
  static Optional<Object> step(Object root, Object from, String step) {
    if (from == root) {
      Optional<Object> resource = resource(root, step);
      if (resource.isPresent()) {
        return resource;
      }
    }
    return switch (from) {
      case Map<?, ?> object -> Optional.ofNullable(object.get(step));
      case List<?> array ->
          array.stream()
              .filter(it -> it instanceof Map<?, ?> item && step.equals(item.get("name")))
              .map(Object.class::cast)
              .findFirst();
      default -> Optional.empty();
    };
  }

  /// The resource with these `comments`.
  static Optional<Object> resource(Object tree, String comments) {
    if (tree instanceof Map<?, ?> object && comments.equals(object.get("comments"))) {
      return Optional.of(tree);
    }
    return children(tree).stream().flatMap(it -> resource(it, comments).stream()).findFirst();
  }

  /// Puts something in the place of an object of a tree, or removes the object.
  static boolean replace(Object tree, Object part, Optional<Object> by) {
    if (tree instanceof List<?>) {
      List<Object> items = list(tree);
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) == part) {
          int at = i;
          by.ifPresentOrElse(it -> items.set(at, it), () -> items.remove(at));
          return true;
        }
      }
    }
    if (tree instanceof Map<?, ?>) {
      for (Map.Entry<String, Object> member : map(tree).entrySet()) {
        if (member.getValue() == part) {
          by.ifPresentOrElse(member::setValue, () -> map(tree).remove(member.getKey()));
          return true;
        }
      }
    }
    return children(tree).stream().anyMatch(it -> replace(it, part, by));
  }

  private static List<Object> children(Object tree) {
    return switch (tree) {
      case Map<?, ?> object -> new ArrayList<>(map(object).values());
      case List<?> array -> new ArrayList<>(list(array));
      default -> List.of();
    };
  }
}
