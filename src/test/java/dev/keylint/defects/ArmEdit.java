package dev.keylint.defects;

import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.json.JsonWriter;
import dev.keylint.text.Source;
import dev.keylint.yaml.YamlNode;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One edit of a JSON template: `remove: PLACE`, `set: PLACE` with `to: VALUE`, `add: PLACE` with
/// `item: VALUE`.
///
/// A place is the `comments` of a resource, wherever it stands, or a key of the template, and then
/// keys, or names of items, with dots between.
///
/// @param value nothing to remove what stands at the place
/// @param add an item to the list at the place
public record ArmEdit(String place, Optional<Object> value, boolean add) {

  /// The edits of an entry.
  public static List<ArmEdit> all(YamlNode node) {
    return ((YamlNode.Sequence) node).items().stream().map(ArmEdit::of).toList();
  }

  private static ArmEdit of(YamlNode node) {
    YamlNode.Mapping edit = (YamlNode.Mapping) node;
    Optional<String> removed = PathDefect.text(edit, "remove");
    if (removed.isPresent()) {
      return new ArmEdit(removed.orElseThrow(), Optional.empty(), false);
    }
    Optional<String> set = PathDefect.text(edit, "set");
    return set.isPresent()
        ? new ArmEdit(set.orElseThrow(), Optional.of(value(edit, "to")), false)
        : new ArmEdit(
            PathDefect.text(edit, "add").orElseThrow(), Optional.of(value(edit, "item")), true);
  }

  private static Object value(YamlNode.Mapping edit, String key) {
    return PlainTree.of(edit.entry(key).orElseThrow().value());
  }

  /// The template with all edits made.
  public static String apply(List<ArmEdit> edits, String template) {
    JsonValue root = JsonReader.read(Source.of("main.json", template)).value().orElseThrow();
    Object tree = PlainTree.of(root);
    edits.forEach(it -> it.apply(tree));
    StringWriter text = new StringWriter();
    try (JsonWriter out = JsonWriter.pretty(text)) {
      PlainTree.write(tree, out);
    }
    return text.toString();
  }

  private void apply(Object tree) {
    List<String> steps = List.of(place.split("\\.", -1));
    Object holder = tree;
    for (String step : steps.subList(0, steps.size() - 1)) {
      holder = PlainTree.step(tree, holder, step).orElseThrow(this::nowhere);
    }
    String last = steps.getLast();
    Optional<Object> found = PlainTree.step(tree, holder, last);
    if (add) {
      PlainTree.list(found.orElseThrow(this::nowhere)).add(value.orElseThrow());
    } else if (holder instanceof Map<?, ?> && steps.size() > 1) {
      Map<String, Object> members = PlainTree.map(holder);
      value.ifPresentOrElse(it -> members.put(last, it), () -> members.remove(last));
      if (value.isEmpty() && found.isEmpty()) {
        throw nowhere();
      }
    } else {
      PlainTree.replace(tree, found.orElseThrow(this::nowhere), value);
    }
  }

  private IllegalArgumentException nowhere() {
    return new IllegalArgumentException("no `" + place + "` in the template");
  }
}
