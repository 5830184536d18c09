package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.Brackets;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brings JSON values of a template into expressions: strings `[…]`, and the `copy` of properties.
///
/// @param strings what a string in brackets is
/// @param loops whether an array named `copy` makes properties
/// @param holes the expressions of another language that strings stand for
record ArmValues(Strings strings, boolean loops, ArmProblems problems, List<Expr> holes) {
  /// Starts the string that stands for an expression of another language; no text of use does.
  private static final char HOLE = '\uE002';

  ArmValues {
    holes = List.copyOf(holes);
  }

  ArmValues(Strings strings, boolean loops, ArmProblems problems) {
    this(strings, loops, problems, List.of());
  }

  /// The string that stands for one of the holes.
  static String hole(int index) {
    return HOLE + Integer.toString(index);
  }

  /// What a string in brackets is.
  enum Strings {
    /// A text like any other, as in parameter files.
    LITERAL,
    /// An expression, and `[[…]` an escaped text.
    TEMPLATE,
    /// Part of a nested template with outer scope: `[[…]` is left to the nested deployment.
    OUTER,
    /// Part of a template that stands as an escaped object in a variable: `[[…]` is an expression.
    ESCAPED,
    /// Part of a template that stands as data in a resource, once the template around has put in
    /// what it evaluates.
    EMBEDDED
  }

  /// The same reading without property loops, as for parameter defaults.
  ArmValues withoutLoops() {
    return new ArmValues(strings, false, problems, holes);
  }

  Expr value(JsonValue value) {
    return switch (value) {
      case JsonNull(var span) -> new Expr.NullLiteral(at(span));
      case JsonBoolean(var bool, var span) -> new Expr.BoolLiteral(bool, at(span));
      case JsonNumber number -> number(number);
      case JsonString string -> string(string);
      case JsonArray(var items, var span) ->
          new Expr.ArrayExpr(
              items.stream().<Expr.Item>map(item -> new Expr.Item.Element(value(item))).toList(),
              at(span));
      case JsonObject object -> object(object);
    };
  }

  Expr.ObjectExpr object(JsonObject object) {
    return object(object.members(), object.span());
  }

  Expr.ObjectExpr object(List<JsonMember> members, Span span) {
    List<Expr.Member> result = new ArrayList<>(members.size());
    problems.reportSimilarKeys(Kind.NOTE, members);
    for (JsonMember member : members) {
      if (loops && isPropertyLoops(member)) {
        ((JsonArray) member.value()).items().forEach(loop -> result.add(propertyLoop(loop)));
      } else {
        Expr key = string(new JsonString(member.key(), member.keySpan()));
        result.add(new Expr.Member.Entry(key, value(member.value()), at(member.span())));
      }
    }
    return new Expr.ObjectExpr(result, at(span));
  }

  /// Whether a member is the `copy` array that makes other members.
  static boolean isPropertyLoops(JsonMember member) {
    return member.key().equalsIgnoreCase("copy")
        && member.value() instanceof JsonArray(var items, _)
        && !items.isEmpty()
        && items.stream()
            .allMatch(item -> item instanceof JsonObject loop && loop.member("input").isPresent());
  }

  /// The array that `{name, count, input}` makes.
  Expr.ForExpr loopValue(String name, JsonObject loop) {
    Location at = at(loop.span());
    JsonValue input = loop.value("input").orElse(new JsonNull(loop.span()));
    return new Expr.ForExpr(loop(name, loop), value(input), at);
  }

  /// The count of a `copy` object.
  Loop loop(String name, JsonObject copy) {
    Location at = at(copy.span());
    Expr count =
        copy.value("count")
            .map(this::value)
            .orElseGet(() -> {
              problems.add(Kind.SEMANTIC, "the copy loop has no `count`", at);
              return new Expr.Unsupported("a copy loop without `count`", at);
            });
    return new Loop(name, count, Optional.empty(), Optional.empty(), Optional.empty(), at);
  }

  Expr string(JsonString string) {
    String value = string.value();
    Optional<Expr> filled = filled(value);
    if (filled.isPresent()) {
      return filled.orElseThrow();
    }
    if (strings == Strings.LITERAL || !Brackets.isBracketed(value)) {
      return new Expr.StringLiteral(value, at(string.span()));
    }
    int brackets = value.startsWith("[[") ? value.startsWith("[[[") ? 3 : 2 : 1;
    int escapes = strings == Strings.ESCAPED ? 1 : 0;
    if (brackets == 1 && strings == Strings.EMBEDDED) {
      ArmText made = ArmText.made(problems.source(), string, brackets);
      return StagedText.filled(ArmExpressionParser.parse(made, problems));
    }
    if (brackets == 1 + escapes) {
      return ArmExpressionParser.parse(ArmText.of(problems.source(), string, brackets), problems);
    }
    if (brackets <= escapes) {
      return problems.unsupported("an expression inside an escaped template", at(string.span()));
    }
    if (strings == Strings.OUTER && brackets == 2) {
      return problems.unsupported(
          "an expression that a nested template with outer scope keeps for itself",
          at(string.span()));
    }
    // In an outer scope the string is unescaped twice: by the parent and by the nested deployment.
    int unescaped = strings == Strings.TEMPLATE || strings == Strings.EMBEDDED ? 1 : 2;
    return new Expr.StringLiteral(value.substring(unescaped), at(string.span()));
  }

  private Optional<Expr> filled(String value) {
    if (holes.isEmpty() || !value.matches(HOLE + "\\d{1,9}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(value.substring(1));
    return index < holes.size() ? Optional.of(holes.get(index)) : Optional.empty();
  }

  private Expr number(JsonNumber number) {
    Location at = at(number.span());
    return number.integer().isPresent()
        ? new Expr.IntLiteral(number.integer().getAsLong(), at)
        : new Expr.DecimalLiteral(number.value(), at);
  }

  private Expr.Member propertyLoop(JsonValue value) {
    JsonObject loop = (JsonObject) value;
    Location at = at(loop.span());
    String name = loop.text("name").orElse("");
    Location nameAt = loop.value("name").map(found -> at(found.span())).orElse(at);
    if (name.isEmpty()) {
      problems.add(Kind.SEMANTIC, "the copy loop of a property has no `name`", at);
    }
    return new Expr.Member.Entry(new Expr.StringLiteral(name, nameAt), loopValue(name, loop), at);
  }

  Location at(Span span) {
    return problems.at(span);
  }
}
