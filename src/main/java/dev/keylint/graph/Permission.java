package dev.keylint.graph;

import java.util.List;
import java.util.Locale;

/// One permission entry of a role: what it adds and what it takes away again, for the control plane
/// (`actions`) and the data plane (`dataActions`).
///
/// @param conditional whether it holds under a condition only, which keylint does not evaluate
public record Permission(
    List<String> actions,
    List<String> notActions,
    List<String> dataActions,
    List<String> notDataActions,
    boolean conditional) {
  public Permission {
    actions = List.copyOf(actions);
    notActions = List.copyOf(notActions);
    dataActions = List.copyOf(dataActions);
    notDataActions = List.copyOf(notDataActions);
  }

  public boolean allows(String action) {
    return matchesAny(actions, action) && !matchesAny(notActions, action);
  }

  public boolean allowsData(String action) {
    return matchesAny(dataActions, action) && !matchesAny(notDataActions, action);
  }

  private static boolean matchesAny(List<String> patterns, String action) {
    for (String pattern : patterns) {
      if (matches(pattern, action)) {
        return true;
      }
    }
    return false;
  }

  /// Whether an action fits a pattern: `*` is any run of characters, also across `/`, and case does
  /// not count.
  static boolean matches(String pattern, String action) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String given = action.toLowerCase(Locale.ROOT);
    int star = -1;
    int retry = 0;
    int p = 0;
    int g = 0;
    while (g < given.length()) {
      if (p < wanted.length() && wanted.charAt(p) == '*') {
        star = p++;
        retry = g;
      } else if (p < wanted.length() && wanted.charAt(p) == given.charAt(g)) {
        p++;
        g++;
      } else if (star >= 0) {
        p = star + 1;
        g = ++retry;
      } else {
        return false;
      }
    }
    while (p < wanted.length() && wanted.charAt(p) == '*') {
      p++;
    }
    return p == wanted.length();
  }
}
