package dev.keylint.graph;

import dev.keylint.value.PartialText;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys of an object that is written as a text with parts that are not known, as
/// `json('{"${identity.id}": {}}')`. Azure takes single quotes too.
final class WrittenKeys {
  private static final Pattern ENTRY =
      Pattern.compile("\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*:\\s*\\{\\s*\\}\\s*");
  private static final char SEPARATOR = ',';

  private WrittenKeys() {}

  /// All of them, in order; none unless the text is an object of empty objects from end to end.
  static List<PartialText> of(Value text) {
    Optional<PartialText> object = PartialText.of(text).map(PartialText::strip);
    if (object.isEmpty()) {
      return List.of();
    }
    String chars = object.orElseThrow().chars();
    if (chars.length() < 2 || chars.charAt(0) != '{' || !chars.endsWith("}")) {
      return List.of();
    }
    List<PartialText> keys = new ArrayList<>();
    int end = chars.length() - 1;
    Matcher entry = ENTRY.matcher(chars);
    for (int at = 1; at <= end; at = entry.end() + 1) {
      entry.region(at, end);
      if (!entry.lookingAt()) {
        return List.of();
      }
      int group = entry.start(1) < 0 ? 2 : 1;
      keys.add(object.orElseThrow().slice(entry.start(group), entry.end(group)));
      if (entry.end() < end && chars.charAt(entry.end()) != SEPARATOR) {
        return List.of();
      }
    }
    return keys;
  }
}
