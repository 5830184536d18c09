package dev.keylint.cli;

import dev.keylint.rule.Severity;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lowest level at which findings fail the run.
enum FailOn {
  ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  NOTE(Severity.NOTE),
  NONE(null);

  private final Optional<Severity> level;

  FailOn(@Nullable Severity level) {
    this.level = Optional.ofNullable(level);
  }

  /// Empty when findings never fail it.
  Optional<Severity> level() {
    return level;
  }

  /// As the command line writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
