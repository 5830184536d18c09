package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The definitions of a template that make a value, or a part of one, a secret, themselves or by
/// others that they refer to.
///
/// @param names of these definitions, in lower case
record ArmSecureTypes(Set<String> names) {
  private static final String SECURE = "secure";

  ArmSecureTypes {
    names = Set.copyOf(names);
  }

  /// Looks at each definition once.
  static ArmSecureTypes of(Map<String, JsonValue> definitions) {
    Set<String> secure = new HashSet<>();
    Map<String, List<String>> users = new HashMap<>();
    definitions.forEach((name, definition) -> {
      Written written = Written.of(definition);
      if (written.secure) {
        secure.add(name);
      }
      written.references.forEach(
          used -> users.computeIfAbsent(used, _ -> new ArrayList<>()).add(name));
    });
    Deque<String> open = new ArrayDeque<>(secure);
    while (!open.isEmpty()) {
      for (String user : users.getOrDefault(open.pop(), List.of())) {
        if (secure.add(user)) {
          open.push(user);
        }
      }
    }
    return new ArmSecureTypes(secure);
  }

  /// Whether a type, as a parameter or a definition writes it, is one of these.
  boolean has(JsonObject type) {
    Written written = Written.of(type);
    return written.secure || written.references.stream().anyMatch(names::contains);
  }

  /// What a type says itself, at any depth.
  private static final class Written {
    private final Set<String> references = new HashSet<>();
    private boolean secure;

    static Written of(JsonValue type) {
      Written written = new Written();
      written.add(type);
      return written;
    }

    private void add(JsonValue value) {
      switch (value) {
        case JsonObject(var members, _) -> members.forEach(this::add);
        case JsonArray(var items, _) -> items.forEach(this::add);
        case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {}
      }
    }

    private void add(JsonMember member) {
      if (!(member.value() instanceof JsonString(var text, _))) {
        add(member.value());
        return;
      }
      switch (member.key().toLowerCase(Locale.ROOT)) {
        case "type" -> secure |= text.regionMatches(true, 0, SECURE, 0, SECURE.length());
        case "$ref" -> ArmTypes.definition(text).ifPresent(references::add);
        default -> {}
      }
    }
  }
}
