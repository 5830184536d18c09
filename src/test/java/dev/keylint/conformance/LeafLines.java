package dev.keylint.conformance;

import dev.keylint.conformance.SourceLines.Leaf;
import dev.keylint.conformance.Written.Group;
import dev.keylint.conformance.Written.Part;
import dev.keylint.conformance.Written.Row;
import dev.keylint.conformance.Written.Whole;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Walks a compiled template beside what it was written as: which of its lines that hold a value
/// without parts come from which line of the Bicep file.
final class LeafLines {
  private final Source json;
  private final List<Leaf> found = new ArrayList<>();

  /// Where the calls stand whose results are variables of the compiler's.
  private final Map<String, Integer> loads;

  private LeafLines(Source json, Group written) {
    this.json = json;
    this.loads =
        written.part("variables").stream()
            .filter(it -> it.value() instanceof Group)
            .flatMap(it -> ((Group) it.value()).parts().stream())
            .filter(it -> it.key().filter(key -> key.startsWith(LoadCalls.PREFIX)).isPresent())
            .collect(
                Collectors.toMap(
                    it -> "[variables('" + it.key().orElseThrow() + "')]", Part::line));
  }

  /// What we say of each; line 0 is nowhere.
  static List<Leaf> of(Source json, JsonObject root, Group written) {
    LeafLines lines = new LeafLines(json, written);
    lines.members(root, written);
    return lines.found;
  }

  private void walk(JsonValue value, Written written) {
    switch (value) {
      case JsonObject object -> {
        boolean known = written instanceof Group;
        members(object, known ? (Group) written : new Group(written.line(), List.of()));
      }
      case JsonArray(var items, _) -> items(items, written);
      case JsonValue _ -> {}
    }
  }

  private void items(List<JsonValue> items, Written written) {
    for (int i = 0; i < items.size(); i++) {
      boolean known = written instanceof Row(_, var all) && i < all.size();
      Written item = known ? ((Row) written).items().get(i) : new Whole(written.line());
      if (isLeaf(items.get(i))) {
        leaf(items.get(i).span(), called(items.get(i)).orElse(item.line()));
      }
      walk(items.get(i), item);
    }
  }

  /// An item that is loaded has its place in the file that it comes from, and none of the call.
  private Optional<Integer> called(JsonValue item) {
    return item instanceof JsonString(var text, _)
        ? Optional.ofNullable(loads.get(text))
        : Optional.empty();
  }

  private void members(JsonObject object, Group group) {
    Iterator<Part> computed = group.parts().stream().filter(it -> it.key().isEmpty()).iterator();
    for (JsonMember member : object.members()) {
      String key = key(member.key());
      boolean next = group.part(key).isEmpty() && key.startsWith("[") && computed.hasNext();
      Optional<Part> part = next ? Optional.of(computed.next()) : group.part(key);
      if (part.isEmpty() && key.equals("copy") && member.value() instanceof JsonArray rounds) {
        rounds.items().forEach(round -> loop(round, group));
      } else if (isLeaf(member.value())) {
        // The whole member and its value start on one line; if not, both are reported.
        int whole = part.map(Part::line).orElse(group.line());
        int value = part.map(it -> it.value().line()).orElse(group.line());
        IntStream.of(whole, value).distinct().forEach(line -> leaf(member.span(), line));
      } else {
        walk(member.value(), part.map(Part::value).orElse(new Whole(group.line())));
      }
    }
  }

  /// A loop of a property or variable: name, count, input.
  private void loop(JsonValue round, Group around) {
    String name = round instanceof JsonObject object ? object.text("name").orElse("") : "";
    walk(round, around.part(name).map(Part::value).orElse(new Whole(around.line())));
  }

  private void leaf(Span place, int line) {
    if (line > 0) {
      found.add(new Leaf(line, json.line(json.position(place.start()).line())));
    }
  }

  private static boolean isLeaf(JsonValue value) {
    return switch (value) {
      case JsonObject(var members, _) -> members.isEmpty();
      case JsonArray(var items, _) -> items.isEmpty();
      case JsonValue _ -> true;
    };
  }

  /// The key as Bicep has it; one that is computed keeps its bracket.
  private static String key(String written) {
    if (written.equals("[string('copy')]")) {
      return "copy";
    }
    return written.startsWith("[[") ? written.substring(1) : written;
  }
}
