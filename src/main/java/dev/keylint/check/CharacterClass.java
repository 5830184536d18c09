package dev.keylint.check;

import java.util.Optional;
import java.util.function.IntPredicate;

/// The sets of characters that a regular expression names.
final class CharacterClass {
  private CharacterClass() {}

  /// This character, or one that differs in case only.
  static IntPredicate one(int point, boolean ignoreCase) {
    return ignoreCase ? it -> fold(it) == fold(point) : it -> it == point;
  }

  private static int fold(int point) {
    return Character.toLowerCase(Character.toUpperCase(point));
  }

  static boolean word(int point) {
    return (point >= 'a' && point <= 'z')
        || (point >= 'A' && point <= 'Z')
        || (point >= '0' && point <= '9')
        || point == '_';
  }

  private static boolean space(int point) {
    return point == ' ' || (point >= '\t' && point <= '\r' && point != 0x0b);
  }

  private static boolean digit(int point) {
    return point >= '0' && point <= '9';
  }

  /// What follows a backslash: a set, or a character.
  static Optional<IntPredicate> escape(PatternText in, boolean ignoreCase) {
    if (in.atEnd()) {
      return Optional.empty();
    }
    return switch (in.peek()) {
      case 'd' -> set(in, CharacterClass::digit);
      case 'D' -> set(in, it -> !digit(it));
      case 'w' -> set(in, CharacterClass::word);
      case 'W' -> set(in, it -> !word(it));
      case 's' -> set(in, CharacterClass::space);
      case 'S' -> set(in, it -> !space(it));
      default -> character(in).map(it -> one(it, ignoreCase));
    };
  }

  private static Optional<IntPredicate> set(PatternText in, IntPredicate set) {
    in.next();
    return Optional.of(set);
  }

  private static Optional<Integer> character(PatternText in) {
    int c = in.next();
    int point =
        switch (c) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'f' -> '\f';
          case 'v' -> 0x0b;
          case 'a' -> 7;
          case 'x' -> in.hex(2);
          default -> c < 128 && Character.isLetterOrDigit(c) ? -1 : c;
        };
    return point < 0 ? Optional.empty() : Optional.of(point);
  }

  /// Reads `a-z_]` behind the opening bracket.
  static Optional<IntPredicate> read(PatternText in, boolean ignoreCase) {
    boolean negated = in.take('^');
    IntPredicate set = _ -> false;
    boolean first = true;
    while (!in.atEnd() && (first || in.peek() != ']')) {
      first = false;
      Optional<IntPredicate> member = member(in, ignoreCase);
      if (member.isEmpty()) {
        return member;
      }
      set = set.or(member.orElseThrow());
    }
    return in.take(']') ? Optional.of(negated ? set.negate() : set) : Optional.empty();
  }

  private static Optional<IntPredicate> member(PatternText in, boolean ignoreCase) {
    int c = in.next();
    if (c == '[' && !in.atEnd() && in.peek() == ':') {
      return Optional.empty();
    }
    if (c == '\\') {
      boolean named = !in.atEnd() && "dDwWsS".indexOf(in.peek()) >= 0;
      if (named) {
        return escape(in, ignoreCase);
      }
      Optional<Integer> escaped = in.atEnd() ? Optional.empty() : character(in);
      return escaped.flatMap(it -> range(it, in, ignoreCase));
    }
    return range(c, in, ignoreCase);
  }

  private static Optional<IntPredicate> range(int from, PatternText in, boolean ignoreCase) {
    if (!in.take('-')) {
      return Optional.of(one(from, ignoreCase));
    }
    if (!in.atEnd() && in.peek() == ']') {
      return Optional.of(one(from, ignoreCase).or(it -> it == '-'));
    }
    Optional<Integer> to =
        in.take('\\') ? character(in) : in.atEnd() ? Optional.empty() : Optional.of(in.next());
    return to.filter(end -> end >= from)
        .map(end ->
            ignoreCase
                ? it ->
                    within(Character.toLowerCase(it), from, end)
                        || within(Character.toUpperCase(it), from, end)
                : it -> within(it, from, end));
  }

  private static boolean within(int point, int from, int to) {
    return point >= from && point <= to;
  }
}
