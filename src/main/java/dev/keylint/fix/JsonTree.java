package dev.keylint.fix;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The values of a JSON file by their places.
record JsonTree(Optional<JsonValue> root) {

  /// A value, the object or array that it stands in, and its member there.
  record Found(JsonValue value, Optional<JsonValue> around, Optional<JsonMember> member) {
    boolean isAt(Span span) {
      return value.span().equals(span) || member.filter(it -> it.span().equals(span)).isPresent();
    }

    Span span() {
      return member.map(JsonMember::span).orElse(value.span());
    }
  }

  /// The value or member that stands exactly there.
  Optional<Found> at(Span span) {
    return root.flatMap(it -> at(new Found(it, Optional.empty(), Optional.empty()), span));
  }

  /// The value that stands there, or the text of which it is a part.
  Optional<Found> around(Span span) {
    Optional<Found> exactly = at(span);
    return exactly.isPresent()
        ? exactly
        : root.map(it -> innermost(new Found(it, Optional.empty(), Optional.empty()), span))
            .filter(it -> it.value() instanceof JsonString)
            .filter(it -> it.value().span().start() <= span.start())
            .filter(it -> span.end() <= it.value().span().end());
  }

  private static Found innermost(Found from, Span span) {
    Found here = from;
    while (true) {
      Optional<Found> next = into(here, span);
      if (next.isEmpty()) {
        return here;
      }
      here = next.orElseThrow();
    }
  }

  private static Optional<Found> into(Found here, Span span) {
    return parts(here.value()).stream()
        .filter(it -> it.span().start() <= span.start() && span.end() <= it.span().end())
        .findFirst();
  }

  private static Optional<Found> at(Found from, Span span) {
    Found here = from;
    while (!here.isAt(span)) {
      Optional<Found> next = into(here, span);
      if (next.isEmpty()) {
        return next;
      }
      here = next.orElseThrow();
    }
    return Optional.of(here);
  }

  /// The members or items of a value.
  static List<Found> parts(JsonValue value) {
    List<Found> parts = new ArrayList<>();
    switch (value) {
      case JsonObject object ->
          object
              .members()
              .forEach(
                  it -> parts.add(new Found(it.value(), Optional.of(object), Optional.of(it))));
      case JsonArray array ->
          array
              .items()
              .forEach(it -> parts.add(new Found(it, Optional.of(array), Optional.empty())));
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {}
    }
    return parts;
  }
}
