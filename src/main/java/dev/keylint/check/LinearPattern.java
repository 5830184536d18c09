package dev.keylint.check;

import java.util.Optional;

/// placeholder
record LinearPattern(String pattern) {
  static Optional<LinearPattern> compile(String pattern) {
    return Optional.of(new LinearPattern(pattern));
  }

  boolean find(String text) {
    return text.contains(pattern);
  }
}
