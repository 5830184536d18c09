package dev.keylint.json;

import dev.keylint.text.Span;
import java.util.List;
import java.util.Optional;

/// A JSON object in the order of its source.
///
/// Invariant: no two members have the same key; keys that differ in case only are kept apart.
public record JsonObject(List<JsonMember> members, Span span) implements JsonValue {
  public JsonObject {
    members = List.copyOf(members);
  }

  /// The member of this name: written exactly so, else the last one that differs in case only.
  public Optional<JsonMember> member(String name) {
    Optional<JsonMember> similar = Optional.empty();
    // By index: an iterator for each of the many lookups costs more than the comparisons.
    for (int i = 0; i < members.size(); i++) {
      JsonMember member = members.get(i);
      if (member.key().equals(name)) {
        return Optional.of(member);
      }
      if (member.key().equalsIgnoreCase(name)) {
        similar = Optional.of(member);
      }
    }
    return similar;
  }

  /// The value of this name, ignoring case.
  public Optional<JsonValue> value(String name) {
    return member(name).map(JsonMember::value);
  }

  /// The value of this name when it is an object.
  public Optional<JsonObject> object(String name) {
    return value(name).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  /// The value of this name when it is an array.
  public Optional<JsonArray> array(String name) {
    return value(name).filter(JsonArray.class::isInstance).map(JsonArray.class::cast);
  }

  /// The value of this name when it is a string.
  public Optional<String> text(String name) {
    return value(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }
}
