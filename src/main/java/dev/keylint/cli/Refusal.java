package dev.keylint.cli;

import dev.keylint.text.Phrase;
import java.util.Optional;

/// A fix that was not made.
///
/// @param why as a phrase
/// @param unsafe what to add where `--unsafe` makes it, as the end of that phrase; empty where that
///   is not what keeps it from being made
record Refusal(Remedy remedy, Phrase why, Optional<String> unsafe) {
  /// One that has nothing to do with what may be made.
  Refusal(Remedy remedy, Phrase why) {
    this(remedy, why, Optional.empty());
  }
}
