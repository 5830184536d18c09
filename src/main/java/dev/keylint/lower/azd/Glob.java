package dev.keylint.lower.azd;

import java.util.Optional;

/// Patterns of `${NAME#pattern}` and `${NAME%pattern}`: `*`, `?`, `[a-z]` and `\`, as azd's library
/// matches them.
final class Glob {
  private Glob() {}

  /// Whether a pattern matches a text; empty when the pattern is malformed as far as it was looked
  /// at.
  static Optional<Boolean> matches(String pattern, String text) {
    String rest = pattern;
    String name = text;
    while (!rest.isEmpty()) {
      int stars = 0;
      while (stars < rest.length() && rest.charAt(stars) == '*') {
        stars++;
      }
      int end = chunkEnd(rest, stars);
      String chunk = rest.substring(stars, end);
      rest = rest.substring(end);
      if (stars > 0 && chunk.isEmpty()) {
        return Optional.of(true);
      }
      Chunk here = new Chunk(chunk, name);
      if (here.bad) {
        return Optional.empty();
      }
      if (here.matched && (here.rest.isEmpty() || !rest.isEmpty())) {
        name = here.rest;
        continue;
      }
      Optional<Optional<String>> later =
          stars > 0 ? later(chunk, name, rest.isEmpty()) : Optional.of(Optional.empty());
      if (later.isEmpty()) {
        return Optional.empty();
      }
      if (later.orElseThrow().isEmpty()) {
        return Optional.of(false);
      }
      name = later.orElseThrow().orElseThrow();
    }
    return Optional.of(name.isEmpty());
  }

  /// What is left of a text behind the first place where a chunk fits; the outer one is empty when
  /// the chunk is malformed.
  private static Optional<Optional<String>> later(String chunk, String name, boolean isLast) {
    for (int i = 1; i <= name.length(); i++) {
      Chunk found = new Chunk(chunk, name.substring(i));
      if (found.bad) {
        return Optional.empty();
      }
      if (found.matched && !(isLast && !found.rest.isEmpty())) {
        return Optional.of(Optional.of(found.rest));
      }
    }
    return Optional.of(Optional.empty());
  }

  /// Where the next star outside of brackets stands.
  private static int chunkEnd(String pattern, int from) {
    boolean inRange = false;
    int i = from;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      if (c == '*' && !inRange) {
        return i;
      }
      if (c == '\\' && i + 1 < pattern.length()) {
        i++;
      } else if (c == '[') {
        inRange = true;
      } else if (c == ']') {
        inRange = false;
      }
      i++;
    }
    return i;
  }

  /// A pattern without stars at the start of a text.
  private static final class Chunk {
    private final String pattern;
    private int at;
    private String rest;
    private boolean bad;
    private final boolean matched;

    Chunk(String pattern, String text) {
      this.pattern = pattern;
      this.rest = text;
      this.matched = match();
    }

    private boolean match() {
      while (at < pattern.length()) {
        if (rest.isEmpty()) {
          return false;
        }
        boolean fits =
            switch (pattern.charAt(at)) {
              case '[' -> range();
              case '?' -> {
                at++;
                yield true;
              }
              case '\\' -> {
                at++;
                yield literal();
              }
              default -> literal();
            };
        if (bad || !fits) {
          return false;
        }
        rest = rest.substring(1);
      }
      return true;
    }

    private boolean literal() {
      if (at >= pattern.length()) {
        bad = true;
        return false;
      }
      return pattern.charAt(at++) == rest.charAt(0);
    }

    private boolean range() {
      at++;
      boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
      if (negated) {
        at++;
      }
      boolean found = false;
      for (int ranges = 0; ranges == 0 || peek() != ']'; ranges++) {
        int low = escaped();
        int high = low;
        if (!bad && pattern.charAt(at) == '-') {
          at++;
          high = escaped();
        }
        if (bad) {
          return false;
        }
        found |= low <= rest.charAt(0) && rest.charAt(0) <= high;
      }
      at++;
      return found != negated;
    }

    private int peek() {
      return at < pattern.length() ? pattern.charAt(at) : -1;
    }

    /// A character of a range, which must not be the last of the pattern.
    private int escaped() {
      if (peek() == -1 || peek() == '-' || peek() == ']') {
        bad = true;
        return 0;
      }
      if (peek() == '\\') {
        at++;
        if (peek() == -1) {
          bad = true;
          return 0;
        }
      }
      int found = pattern.charAt(at++);
      bad |= at >= pattern.length();
      return found;
    }
  }
}
