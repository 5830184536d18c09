package dev.keylint.graph.call;

import dev.keylint.text.Keyword;
import java.util.Locale;
import java.util.Optional;

/// The clouds of Azure, each with host names and audiences of its own.
public enum Cloud implements Keyword {
  PUBLIC,
  GOVERNMENT,
  CHINA;

  /// The cloud that a region such as `usgovvirginia` or `China North 3` lies in; empty for
  /// `global`, which all have.
  static Optional<Cloud> ofRegion(String region) {
    String name = region.replace(" ", "").toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("global")) {
      return Optional.empty();
    }
    if (name.startsWith("usgov") || name.startsWith("usdod")) {
      return Optional.of(GOVERNMENT);
    }
    return Optional.of(name.startsWith("china") ? CHINA : PUBLIC);
  }
}
