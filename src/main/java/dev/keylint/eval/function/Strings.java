package dev.keylint.eval.function;

import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// What makes texts of texts; positions and lengths count UTF-16 units, as .NET's do.
final class Strings {
  static final List<PureFunction> FUNCTIONS =
      List.of(
          letters("toLower", Character::toLowerCase),
          letters("toUpper", Character::toUpperCase),
          PureFunction.of(
              "trim",
              Signature.of(Kind.TEXT),
              arguments -> arguments.like(0, trim(arguments.text(0)))),
          PureFunction.of(
              "substring",
              Signature.of(Kind.TEXT, Kind.INT).optional(Kind.INT),
              Strings::substring),
          PureFunction.of(
              "replace", Signature.of(Kind.TEXT, Kind.TEXT, Kind.TEXT), Strings::replace),
          PureFunction.of(
              "padLeft",
              Signature.of(Kind.of(KindShape.STRING, KindShape.INT), Kind.INT).optional(Kind.TEXT),
              Strings::padLeft),
          PureFunction.of(
              "split", Signature.of(Kind.TEXT, Kind.TEXT_OR_ARRAY.known()), Strings::split),
          PureFunction.of("join", Signature.of(Kind.ARRAY.known(), Kind.TEXT), Strings::join),
          PureFunction.of("like", Signature.of(Kind.TEXT, Kind.TEXT), Strings::like));

  private Strings() {}

  /// Letter by letter, as .NET's invariant culture: never a longer text.
  private static PureFunction letters(String name, IntUnaryOperator letter) {
    return PureFunction.of(
        name,
        Signature.of(Kind.TEXT),
        arguments -> {
          StringBuilder text = new StringBuilder();
          arguments.text(0).codePoints().map(letter).forEach(text::appendCodePoint);
          return arguments.text(text.toString());
        });
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char character) {
    return Character.isSpaceChar(character)
        || (character >= '\t' && character <= '\r')
        || character == '\u0085';
  }

  private static FunctionResult substring(Arguments arguments) {
    String text = arguments.text(0);
    long start = arguments.integer(1);
    long length = arguments.size() > 2 ? arguments.integer(2) : text.length() - start;
    if (start < 0 || length < 0 || start > text.length() || length > text.length() - start) {
      return arguments.fail(
          "takes characters "
              + start
              + " to "
              + (start + length)
              + " of a string of "
              + text.length());
    }
    return arguments.text(text.substring((int) start, (int) (start + length)));
  }

  private static FunctionResult replace(Arguments arguments) {
    String text = arguments.text(0);
    String old = arguments.text(1);
    if (old.isEmpty()) {
      return arguments.fail("can't replace an empty string");
    }
    if (Limits.laborious(text, old)) {
      return arguments.tooMuch();
    }
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, from)) {
      replaced.append(text, from, at).append(arguments.text(2));
      from = at + old.length();
      if (replaced.length() > Limits.TEXT) {
        return arguments.tooMuch();
      }
    }
    return arguments.like(0, replaced.append(text, from, text.length()).toString());
  }

  private static FunctionResult padLeft(Arguments arguments) {
    String text = Rendering.text(arguments.value(0));
    long length = arguments.integer(1);
    String padding = arguments.size() > 2 ? arguments.text(2) : " ";
    if (padding.length() != 1) {
      return arguments.fail("pads with one character, got " + padding.length());
    }
    if (length < 0) {
      return arguments.fail("wants a length of 0 or more, got " + length);
    }
    if (length > Limits.TEXT) {
      return arguments.tooMuch();
    }
    return arguments.text(padding.repeat(Math.max(0, (int) length - text.length())) + text);
  }

  /// At one separator, or at each of several; an empty separator splits nothing.
  private static FunctionResult split(Arguments arguments) {
    List<Value> given =
        arguments.value(1) instanceof Value.Arr(List<Value> items, _)
            ? items
            : List.of(arguments.value(1));
    List<String> separators = new ArrayList<>();
    for (Value separator : given) {
      if (!(separator instanceof Value.Str(String text, _))) {
        return arguments.fail("wants strings to split at, got " + KindShape.of(separator));
      }
      if (!text.isEmpty()) {
        separators.add(text);
      }
    }
    String text = arguments.text(0);
    if (Limits.laborious(text, String.join("", separators))) {
      return arguments.tooMuch();
    }
    List<String> pieces = pieces(text, separators);
    return pieces.size() > Limits.MEMBERS
        ? arguments.tooMuch()
        : arguments.array(pieces.stream().<Value>map(arguments::str).toList());
  }

  private static List<String> pieces(String text, List<String> separators) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int position = 0;
    while (position < text.length() && pieces.size() <= Limits.MEMBERS) {
      int length = separatorAt(position, text, separators);
      if (length > 0) {
        pieces.add(text.substring(start, position));
        start = position + length;
      }
      position += Math.max(length, 1);
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  /// Length of the first separator that stands here, else 0.
  private static int separatorAt(int position, String text, List<String> separators) {
    for (String separator : separators) {
      if (text.startsWith(separator, position)) {
        return separator.length();
      }
    }
    return 0;
  }

  private static FunctionResult join(Arguments arguments) {
    StringBuilder joined = new StringBuilder();
    String delimiter = "";
    for (Value item : arguments.items(0)) {
      joined.append(delimiter).append(Rendering.text(item));
      delimiter = arguments.text(1);
      if (joined.length() > Limits.TEXT) {
        return arguments.tooMuch();
      }
    }
    return arguments.text(joined.toString());
  }

  private static FunctionResult like(Arguments arguments) {
    String text = arguments.text(0);
    String pattern = arguments.text(1);
    return Limits.laborious(text, pattern)
        ? arguments.tooMuch()
        : arguments.bool(matches(text, pattern));
  }

  /// `*` stands for any characters, also none; case does not count.
  private static boolean matches(String text, String pattern) {
    int at = 0;
    int next = 0;
    int star = -1;
    int resume = 0;
    while (at < text.length()) {
      if (next < pattern.length() && pattern.charAt(next) == '*') {
        star = next++;
        resume = at;
      } else if (text.regionMatches(true, at, pattern, next, 1)) {
        at++;
        next++;
      } else if (star >= 0) {
        next = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(next).chars().allMatch(character -> character == '*');
  }
}
