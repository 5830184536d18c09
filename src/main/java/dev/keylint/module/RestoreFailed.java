package dev.keylint.module;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why one module could not be fetched; the others are fetched all the same.
final class RestoreFailed extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String help;

  RestoreFailed(String message) {
    super(message);
    this.help = null;
  }

  RestoreFailed(String message, String help) {
    super(message);
    this.help = help;
  }

  String why() {
    return String.valueOf(getMessage());
  }

  /// What the user can do, when there is something.
  Optional<String> help() {
    return Optional.ofNullable(help);
  }
}
