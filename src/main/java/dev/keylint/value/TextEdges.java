package dev.keylint.value;

import java.util.Optional;

/// Whether a text starts or ends with another one, letters of either case being the same, where
/// parts of both may not be known: what is the same value in both is the same text.
public final class TextEdges {
  private TextEdges() {}

  /// Empty when what is known does not decide.
  public static Optional<Boolean> startsWith(PartialText text, PartialText wanted) {
    int alike = alike(text, wanted);
    return decided(text.from(alike), wanted.from(alike), true);
  }

  /// Empty when what is known does not decide.
  public static Optional<Boolean> endsWith(PartialText text, PartialText wanted) {
    int alike = alike(reversed(text), reversed(wanted));
    return decided(
        text.slice(0, text.chars().length() - alike),
        wanted.slice(0, wanted.chars().length() - alike),
        false);
  }

  /// @param text what is left of it, behind what both have
  /// @param wanted what is left of that
  private static Optional<Boolean> decided(PartialText text, PartialText wanted, boolean start) {
    if (wanted.chars().isEmpty()) {
      return Optional.of(true);
    }
    if (text.chars().isEmpty()) {
      return wanted.isCertainlyNotEmpty() ? Optional.of(false) : Optional.empty();
    }
    boolean known =
        next(text, start) != PartialText.HOLE && next(wanted, start) != PartialText.HOLE;
    return known ? Optional.of(false) : Optional.empty();
  }

  private static char next(PartialText text, boolean start) {
    return text.chars().charAt(start ? 0 : text.chars().length() - 1);
  }

  /// How many characters, known or not, both start with.
  private static int alike(PartialText one, PartialText other) {
    int most = Math.min(one.chars().length(), other.chars().length());
    int hole = 0;
    for (int i = 0; i < most; i++) {
      char c = one.chars().charAt(i);
      char d = other.chars().charAt(i);
      boolean same = Character.toLowerCase(c) == Character.toLowerCase(d);
      if (!same || (c == PartialText.HOLE && !areSame(one, other, hole++))) {
        return i;
      }
    }
    return most;
  }

  private static boolean areSame(PartialText one, PartialText other, int hole) {
    return new Comparison().values(one.holes().get(hole), other.holes().get(hole)) == Truth.TRUE;
  }

  private static PartialText reversed(PartialText text) {
    return new PartialText(
        new StringBuilder(text.chars()).reverse().toString(),
        text.holes().reversed(),
        text.origin());
  }
}
