package dev.keylint.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what a misspelt word was meant to be.
public final class Spelling {
  private Spelling() {}

  /// The candidate that is fewest edits away, if that is no more than a third of the word's length.
  public static Optional<String> closest(String word, Collection<String> candidates) {
    int most = Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(word.length() - candidate.length()) <= most)
        .filter(candidate -> distance(word, candidate) <= most)
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// How many characters must be put in, taken out, exchanged, or swapped with the next one; a
  /// change of case is free.
  static int distance(String from, String to) {
    int[][] rows = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        rows[i][j] =
            i == 0 || j == 0
                ? i + j
                : Math.min(
                    rows[i - 1][j - 1] + (same(from, i - 1, to, j - 1) ? 0 : 1),
                    1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        if (i > 1 && j > 1 && same(from, i - 1, to, j - 2) && same(from, i - 2, to, j - 1)) {
          rows[i][j] = Math.min(rows[i][j], 1 + rows[i - 2][j - 2]);
        }
      }
    }
    return rows[from.length()][to.length()];
  }

  private static boolean same(String one, int at, String other, int there) {
    return Character.toLowerCase(one.charAt(at)) == Character.toLowerCase(other.charAt(there));
  }
}
