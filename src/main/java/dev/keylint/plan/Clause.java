package dev.keylint.plan;

import java.util.List;

/// What would have to hold for something to be made.
///
/// @param governors what decides it; of several it may be each
/// @param isNow whether it does already
/// @param exact whether that is all there is to say
record Clause(String words, List<Governor> governors, boolean isNow, boolean exact) {
  Clause {
    governors = List.copyOf(governors);
  }
}
