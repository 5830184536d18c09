package dev.keylint.bicep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is skipped in the node that is being read, in place of its punctuation.
final class Gaps {
  private final Cursor cursor;
  private List<Skipped> skipped = List.of();

  Gaps(Cursor cursor) {
    this.cursor = cursor;
  }

  List<Skipped> skipped() {
    return skipped;
  }

  void add(Skipped gap) {
    if (skipped.isEmpty()) {
      skipped = new ArrayList<>();
    }
    skipped.add(gap);
  }

  /// Reads a token of punctuation; the gap in its place when there is another one.
  Optional<Skipped> expect(TokenType type, String message, boolean quiet, Set<TokenType> stops) {
    if (cursor.take(type)) {
      return Optional.empty();
    }
    return Optional.of(gap(message, quiet, stops));
  }

  /// Reads a keyword; the gap in its place when there is another token.
  Optional<Skipped> expectKeyword(
      String word, String message, boolean quiet, Set<TokenType> stops) {
    if (cursor.atKeyword(word)) {
      cursor.read();
      return Optional.empty();
    }
    return Optional.of(gap(message, quiet, stops));
  }

  private Skipped gap(String message, boolean quiet, Set<TokenType> stops) {
    Skipped gap =
        cursor.recover(
            () -> {
              throw cursor.unexpected(message);
            },
            skip -> skip,
            quiet,
            stops);
    add(gap);
    return gap;
  }

  static boolean echoes(Optional<Skipped> gap) {
    return gap.isPresent() && gap.map(Cursor::echoes).orElse(false);
  }
}
