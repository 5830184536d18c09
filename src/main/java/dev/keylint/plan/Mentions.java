package dev.keylint.plan;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The types of resources that an ARM template speaks of.
final class Mentions {
  /// Stands for any: what a link, a computed type or a computed template leads to is not seen here.
  static final String ANY = "*";

  private Mentions() {}

  /// Their types and outermost types in lower case, wherever they stand: as a type, in the text of
  /// an expression, in the default of a parameter.
  static Set<String> in(JsonObject template) {
    Set<String> types = new HashSet<>();
    Deque<JsonValue> pending = new ArrayDeque<>(List.of(template));
    while (!pending.isEmpty()) {
      switch (pending.pop()) {
        case JsonObject(List<JsonMember> members, _) ->
            members.forEach(member -> {
              if (isOpaque(member)) {
                types.add(ANY);
              }
              pending.push(member.value());
            });
        case JsonArray(List<JsonValue> items, _) -> items.forEach(pending::push);
        case JsonString(String text, _) -> add(text, types);
        case JsonValue _ -> {}
      }
    }
    return Set.copyOf(types);
  }

  private static boolean isOpaque(JsonMember member) {
    String text = member.value() instanceof JsonString(String written, _) ? written : "";
    return switch (member.key().toLowerCase(Locale.ROOT)) {
      case "templatelink" -> true;
      case "type", "template" ->
          text.startsWith("[") || ("/" + text.toLowerCase(Locale.ROOT)).contains("/providers/");
      default -> false;
    };
  }

  private static void add(String text, Set<String> types) {
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      int start = slash;
      while (start > 0 && isName(text.charAt(start - 1))) {
        start--;
      }
      int end = slash + 1;
      while (end < text.length() && isName(text.charAt(end))) {
        end++;
      }
      if (text.substring(start, slash).indexOf('.') > 0) {
        types.add(text.substring(start, end).toLowerCase(Locale.ROOT));
      }
    }
  }

  private static boolean isName(char c) {
    return c == '.' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
