package dev.keylint.check;

import dev.keylint.check.Datum.Text;
import dev.keylint.check.Result.Known;
import dev.keylint.check.Result.Unknown;
import dev.keylint.rule.Function;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Texts of which a part is known: `'https://${name}.openai.azure.com'`.
final class Interpolation {
  /// How many choices within choices are looked into.
  private static final int DEEPEST = 8;

  private static final Origin NOWHERE = Origin.at(new Location.WholeFile("rule"));

  private Interpolation() {}

  /// Whether it is a text for certain, perhaps with unknown parts.
  static boolean isText(Result result) {
    return switch (result) {
      case Known(Text _, _) -> true;
      case Unknown unknown -> parts(unknown).isPresent();
      case Known _, Result.Failed _ -> false;
    };
  }

  /// Texts put together; unknown parts stay in it. Beside what is known and no text there must be
  /// something unknown.
  static Result of(List<Result> texts) {
    StringBuilder known = new StringBuilder();
    List<Value> parts = new ArrayList<>();
    Why why = Why.nothing();
    for (Result text : texts) {
      why = why.and(text.why());
      switch (text) {
        case Known(Text(String it), _) -> known.append(it);
        case Unknown(Optional<Value.Unknown> value, _, _, _, _, _) when value.isPresent() -> {
          add(value.orElseThrow(), parts, known);
        }
        case Known _, Unknown _, Result.Failed _ -> {
          return Result.obstacle(texts).orElseThrow();
        }
      }
    }
    if (parts.isEmpty()) {
      return new Known(new Text(known.toString()), why);
    }
    flush(known, parts);
    Unknown open = Result.unknown(texts);
    Value.Unknown first = open.because().getFirst();
    Term term = parts.size() == 1 ? first.term() : new Term.Concat(parts);
    var value = new Value.Unknown(term, first.reason(), first.origin());
    return new Unknown(Optional.of(value), open.because(), why);
  }

  private static void add(Value.Unknown value, List<Value> parts, StringBuilder known) {
    if (!(value.term() instanceof Term.Concat(List<Value> inner))) {
      flush(known, parts);
      parts.add(value);
      return;
    }
    for (Value part : inner) {
      if (part instanceof Value.Str(String text, _)) {
        known.append(text);
      } else {
        flush(known, parts);
        parts.add(part);
      }
    }
  }

  private static void flush(StringBuilder known, List<Value> parts) {
    if (!known.isEmpty()) {
      parts.add(new Value.Str(known.toString(), NOWHERE));
      known.setLength(0);
    }
  }

  /// What the known parts of a text decide about it; empty when they do not.
  static Optional<Boolean> decide(
      Function function, Unknown text, String other, Patterns patterns) {
    return other.isEmpty()
        ? Optional.empty()
        : text.value().flatMap(it -> decide(function, it, other, patterns, 0));
  }

  /// Of a choice both branches must say the same.
  private static Optional<Boolean> decide(
      Function function, Value value, String other, Patterns patterns, int depth) {
    return switch (value) {
      case Value.Str(String text, _) ->
          Optional.of(new Known(new Text(text), Why.nothing()))
              .map(it ->
                  TextFunctions.of(function, List.of(it, Result.of(new Text(other))), patterns))
              .filter(Result::isBool)
              .map(it -> it.is(true));
      case Value.Unknown(Term.Call(String name, List<Value> arguments), _, _)
          when name.equals("if") && arguments.size() == 3 && depth < DEEPEST -> {
        Optional<Boolean> then = decide(function, arguments.get(1), other, patterns, depth + 1);
        Optional<Boolean> otherwise =
            decide(function, arguments.get(2), other, patterns, depth + 1);
        yield then.equals(otherwise) ? then : Optional.empty();
      }
      case Value.Unknown(Term.Concat(List<Value> parts), _, _) ->
          decide(function, parts, other, patterns);
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<Boolean> decide(
      Function function, List<Value> all, String other, Patterns patterns) {
    return Optional.of(all)
        .flatMap(parts ->
            switch (function) {
              case STARTS_WITH -> startsWith(literal(parts.getFirst()), other);
              case ENDS_WITH -> endsWith(literal(parts.getLast()), other);
              case CONTAINS ->
                  parts.stream().anyMatch(part -> literal(part).contains(other))
                      ? Optional.of(true)
                      : Optional.empty();
              case MATCHES -> matches(parts, patterns, other);
              default -> Optional.empty();
            });
  }

  /// A match that no unknown part takes part in, or stands next to, is one whatever these are.
  private static Optional<Boolean> matches(List<Value> parts, Patterns patterns, String pattern) {
    StringBuilder text = new StringBuilder();
    for (Value part : parts) {
      text.append(part instanceof Value.Str(String it, _) ? it : PartialText.HOLE);
    }
    return patterns
        .of(pattern)
        .filter(it -> it.findWithout(PartialText.HOLE, text.toString()))
        .map(_ -> true);
  }

  private static Optional<Boolean> startsWith(String known, String prefix) {
    return known.startsWith(prefix)
        ? Optional.of(true)
        : prefix.startsWith(known) ? Optional.empty() : Optional.of(false);
  }

  private static Optional<Boolean> endsWith(String known, String suffix) {
    return known.endsWith(suffix)
        ? Optional.of(true)
        : suffix.endsWith(known) ? Optional.empty() : Optional.of(false);
  }

  /// The text with its known parts in the other case.
  ///
  /// @param function what makes the unknown ones so
  static Optional<Result> cased(Unknown text, UnaryOperator<String> change, String function) {
    return text.value()
        .filter(Interpolation::hasKnownParts)
        .map(it ->
            new Unknown(
                Optional.of((Value.Unknown) cased(it, change, function, 0)),
                text.because(),
                text.why()));
  }

  private static boolean hasKnownParts(Value.Unknown value) {
    return value.term() instanceof Term.Concat || isChoice(value);
  }

  private static boolean isChoice(Value.Unknown value) {
    return value.term() instanceof Term.Call(String name, List<Value> arguments)
        && name.equals("if")
        && arguments.size() == 3;
  }

  private static Value cased(
      Value value, UnaryOperator<String> change, String function, int depth) {
    return switch (value) {
      case Value.Str(String it, Origin origin) -> new Value.Str(change.apply(it), origin);
      case Value.Unknown(Term.Concat(List<Value> parts), var reason, var origin) ->
          new Value.Unknown(
              new Term.Concat(
                  parts.stream().map(it -> cased(it, change, function, depth)).toList()),
              reason,
              origin);
      case Value.Unknown(Term.Call(String name, List<Value> arguments), var reason, var origin)
          when name.equals("if") && arguments.size() == 3 && depth < DEEPEST ->
          new Value.Unknown(
              new Term.Call(
                  name,
                  List.of(
                      arguments.get(0),
                      cased(arguments.get(1), change, function, depth + 1),
                      cased(arguments.get(2), change, function, depth + 1))),
              reason,
              origin);
      case Value.Unknown it ->
          new Value.Unknown(new Term.Call(function, List.of(it)), it.reason(), it.origin());
      case Value other -> other;
    };
  }

  private static Optional<List<Value>> parts(Unknown text) {
    return text.value()
        .flatMap(it ->
            it.term() instanceof Term.Concat(List<Value> parts)
                ? Optional.of(parts)
                : Optional.empty());
  }

  private static String literal(Value part) {
    return part instanceof Value.Str(String text, _) ? text : "";
  }
}
