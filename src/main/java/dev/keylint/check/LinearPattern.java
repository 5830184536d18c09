package dev.keylint.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/// A regular expression of RE2, the dialect that CEL names: matched in time linear in the text,
/// whatever the pattern.
///
/// @param size about how many steps each character of a text takes
public record LinearPattern(Pattern pattern, int size) {
  static final int MAX_SIZE = 5000;

  /// The pattern, or empty when it is not understood or too large.
  public static Optional<LinearPattern> compile(String pattern) {
    int size = PatternSize.of(pattern);
    if (size > MAX_SIZE) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LinearPattern(Pattern.compile(pattern), size));
    } catch (PatternSyntaxException _) {
      return Optional.empty();
    }
  }

  /// Whether some part of the text matches.
  public boolean find(String text) {
    return pattern.matcher(text).find();
  }

  /// Whether a part matches that neither holds this character nor stands next to one.
  boolean findWithout(char hole, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int from = Math.max(0, matcher.start() - 1);
      int to = Math.min(text.length(), matcher.end() + 1);
      if (text.substring(from, to).indexOf(hole) < 0) {
        return true;
      }
    }
    return false;
  }
}
