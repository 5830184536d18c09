package dev.keylint.check;

import java.util.ArrayDeque;
import java.util.Deque;

/// How large a regular expression gets when its counted repetitions are written out, told before
/// anything is made of it: `((a{1000}){1000}){1000}` has 24 characters and a thousand million
/// states, and the library takes minutes for some thousand brackets inside each other.
final class PatternSize {
  private static final int MAX_DEPTH = 100;

  private final String pattern;
  private final Deque<Long> around = new ArrayDeque<>();
  private int at;
  private long sum;
  private long last;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  /// About the number of states, never too few by more than a small factor; as large as can be when
  /// it can't be told.
  static int of(String pattern) {
    return (int) Math.min(Integer.MAX_VALUE, new PatternSize(pattern).count());
  }

  private long count() {
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      switch (c) {
        case '\\' -> escape();
        case '[' -> set();
        case '(' -> {
          if (around.size() >= MAX_DEPTH) {
            return Integer.MAX_VALUE;
          }
          around.push(sum + last);
          sum = 0;
          last = 0;
        }
        case ')' -> {
          last = sum + last + 2;
          sum = around.isEmpty() ? 0 : around.pop();
        }
        case '{' -> last *= Math.max(1, times());
        case '*', '+', '?' -> last++;
        default -> atom();
      }
      if (sum + last >= Integer.MAX_VALUE) {
        return Integer.MAX_VALUE;
      }
    }
    return around.stream().mapToLong(it -> it).sum() + sum + last;
  }

  private void atom() {
    sum += last;
    last = 1;
  }

  /// `\d`, `\x{1F600}` or `\p{Greek}`.
  private void escape() {
    atom();
    boolean braces = pattern.startsWith("{", at + 1) && "xpP".indexOf(pattern.charAt(at)) >= 0;
    int end = braces ? pattern.indexOf('}', at) : at;
    at = (end < 0 ? pattern.length() : end) + 1;
  }

  /// `[a-z]`, behind its first bracket.
  private void set() {
    atom();
    int start = pattern.startsWith("^", at) ? at + 1 : at;
    at = start;
    while (at < pattern.length() && (at == start || pattern.charAt(at) != ']')) {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  /// The larger number of `{2}`, `{2,}` or `{2,3}`, behind its bracket; 1 when there is none.
  private int times() {
    int most = 1;
    int number = 0;
    while (at < pattern.length() && (isDigit(pattern.charAt(at)) || pattern.charAt(at) == ',')) {
      char c = pattern.charAt(at++);
      number = c == ',' ? 0 : Math.min(100_000, number * 10 + (c - '0'));
      most = Math.max(most, number);
    }
    return most;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
