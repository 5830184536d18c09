package dev.keylint.graph.role;

import java.util.List;

/// Azure's wildcards in roles: `*` is any run of characters, also across `/`, and case does not
/// count.
public final class ActionPattern {
  private ActionPattern() {}

  /// Whether an action fits one of the patterns.
  public static boolean any(List<String> patterns, String action) {
    for (String pattern : patterns) {
      if (matches(pattern, action)) {
        return true;
      }
    }
    return false;
  }

  /// Whether an action that starts with a text can fit a pattern.
  static boolean overlaps(String pattern, String start) {
    int star = pattern.indexOf('*');
    String fixed = star < 0 ? pattern : pattern.substring(0, star);
    int common = star < 0 ? start.length() : Math.min(fixed.length(), start.length());
    return fixed.regionMatches(true, 0, start, 0, common);
  }

  /// Whether an action fits a pattern. Goes back to the last `*` only: linear for one star,
  /// quadratic at worst.
  static boolean matches(String pattern, String action) {
    int star = -1;
    int retry = 0;
    int p = 0;
    int a = 0;
    while (a < action.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = a;
      } else if (p < pattern.length() && same(pattern.charAt(p), action.charAt(a))) {
        p++;
        a++;
      } else if (star >= 0) {
        p = star + 1;
        a = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean same(char one, char other) {
    return Character.toLowerCase(one) == Character.toLowerCase(other);
  }
}
