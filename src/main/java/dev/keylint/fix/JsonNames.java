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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names in expressions of an ARM template that stand for texts.
final class JsonNames {
  private static final Pattern PARAMETER = Pattern.compile("(?i)parameters\\('([^']+)'\\)");

  private JsonNames() {}

  /// The one call of `variables` or `parameters` in a piece of a template that brings this text.
  static Optional<Span> of(JsonValue root, String text, Span piece, String wanted) {
    List<Span> found = new ArrayList<>();
    if (root instanceof JsonObject template) {
      for (JsonMember it : members(template, "variables")) {
        if (it.value() instanceof JsonString(String value, _) && value.equalsIgnoreCase(wanted)) {
          found.addAll(Exchanging.places(text, piece, "variables('" + it.key() + "')"));
        }
      }
      for (JsonMember it : members(template, "parameters")) {
        if (it.value() instanceof JsonObject declared
            && declared.text("defaultValue").filter(wanted::equalsIgnoreCase).isPresent()) {
          found.addAll(Exchanging.places(text, piece, "parameters('" + it.key() + "')"));
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The one place where the parameter that a piece reads gets this text: its default, or an
  /// argument of a nested deployment.
  static Optional<Span> given(JsonValue root, String text, Span piece, String wanted) {
    Matcher names = PARAMETER.matcher(text.substring(piece.start(), piece.end()));
    List<Span> found = new ArrayList<>();
    while (names.find()) {
      given(root, names.group(1), wanted, found);
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The parameters that an expression reads by their names.
  static List<String> inputs(String expression) {
    return PARAMETER.matcher(expression).results().map(it -> it.group(1)).distinct().toList();
  }

  private static void given(JsonValue value, String name, String wanted, List<Span> found) {
    switch (value) {
      case JsonObject object -> {
        for (JsonMember it : object.members()) {
          if (it.key().equalsIgnoreCase("parameters") && it.value() instanceof JsonObject all) {
            all.object(name).ifPresent(given -> texts(given, wanted, found));
          }
          given(it.value(), name, wanted, found);
        }
      }
      case JsonArray array -> array.items().forEach(it -> given(it, name, wanted, found));
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {}
    }
  }

  private static void texts(JsonObject parameter, String wanted, List<Span> found) {
    for (String key : List.of("value", "defaultValue")) {
      parameter
          .member(key)
          .map(JsonMember::value)
          .filter(it -> it instanceof JsonString(String now, _) && now.equalsIgnoreCase(wanted))
          .ifPresent(it -> found.add(it.span()));
    }
  }

  private static List<JsonMember> members(JsonObject template, String kind) {
    return template.object(kind).map(JsonObject::members).orElse(List.of());
  }
}
