package dev.keylint.module;

import dev.keylint.text.Cut;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why one module could not be fetched; the others are fetched all the same.
final class RestoreFailed extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /// More of a stranger's word than a reader needs to know it again.
  private static final int MAX_QUOTED = 120;

  private final @Nullable String help;

  RestoreFailed(String message) {
    super(message);
    this.help = null;
  }

  RestoreFailed(String message, String help) {
    super(message);
    this.help = help;
  }

  /// A registry's own word in a message, which stays one line however long the word is.
  static String quoted(String word) {
    return "`" + Cut.to(word, MAX_QUOTED) + "`";
  }

  String why() {
    return String.valueOf(getMessage());
  }

  /// What the user can do, when there is something.
  Optional<String> help() {
    return Optional.ofNullable(help);
  }
}
