package dev.keylint.report;

import dev.keylint.text.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds texts that the user gave for a run where they stand as values: a word of a message or of a
/// role's name that happens to be the same is none.
final class GivenTexts {
  /// Texts that may as well be words of a sentence.
  private static final Pattern WORDS = Pattern.compile("[\\p{L} -]+");

  /// What stands around a value, or between the parts of a name that is made of it. Not a dot or a
  /// colon, which stand in names of Azure's: `Microsoft.Search/searchServices`.
  private static final String EDGES = "'\"`/_-";

  private final KnownSecrets known;

  GivenTexts(Set<String> given) {
    this.known = new KnownSecrets(given);
  }

  /// Their places.
  List<Span> in(String text) {
    return known.in(text).stream().filter(it -> isValue(text, it)).toList();
  }

  private static boolean isValue(String text, Span span) {
    boolean words = WORDS.matcher(text.substring(span.start(), span.end())).matches();
    return isEdge(text, span.start() - 1, words) && isEdge(text, span.end(), words);
  }

  /// @param at of the character beside it; there may be none
  private static boolean isEdge(String text, int at, boolean words) {
    if (at < 0 || at >= text.length()) {
      return true;
    }
    char beside = text.charAt(at);
    return words
        ? EDGES.indexOf(beside) >= 0 || beside == '\u2026'
        : !Character.isLetterOrDigit(beside);
  }
}
