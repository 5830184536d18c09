package dev.keylint.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Texts that no report may show.
///
/// @param secrets from secure parameters or keys: nor does an excerpt of a file
/// @param given by the user for this run; where a file has the same text it may be read there, and
///   to hide it would tell what was given
public record HiddenTexts(Set<String> secrets, Set<String> given) {
  /// No text.
  public static final HiddenTexts NONE = new HiddenTexts(Set.of(), Set.of());

  public HiddenTexts {
    secrets = Set.copyOf(secrets);
    given = Set.copyOf(given);
  }

  /// All of several.
  public static HiddenTexts all(Collection<HiddenTexts> several) {
    Set<String> secrets = new HashSet<>();
    Set<String> given = new HashSet<>();
    for (HiddenTexts each : several) {
      secrets.addAll(each.secrets);
      given.addAll(each.given);
    }
    return new HiddenTexts(secrets, given);
  }
}
