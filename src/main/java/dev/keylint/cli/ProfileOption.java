package dev.keylint.cli;

import dev.keylint.rule.Profile;
import dev.keylint.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which rules a run asks.
final class ProfileOption {
  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileConverter.class,
      description = {
        "Ask only the rules of a kind: keyless, least-privilege, will-it-work; or all, also those"
            + " that are asked on no other account.",
        "Default: every rule but those."
      })
  private @Nullable Profile profile;

  /// The part of the rules that was chosen.
  Optional<Profile> profile() {
    return Optional.ofNullable(profile);
  }

  /// Those of these rules that are asked.
  List<Rule> asked(List<Rule> rules) {
    return rules.stream()
        .filter(it -> profile().map(chosen -> chosen.has(it)).orElse(Profile.byDefault(it)))
        .toList();
  }
}
