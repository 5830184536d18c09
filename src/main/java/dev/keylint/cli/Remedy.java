package dev.keylint.cli;

import dev.keylint.finding.Change;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Fix;
import dev.keylint.value.Value;
import java.util.Locale;

/// A finding with the fix that its rule has.
record Remedy(Finding finding, Fix fix) {
  private static final String ASSIGNMENT = "Microsoft.Authorization/roleAssignments";

  private static final String LOCAL_AUTH = "properties.disableLocalAuth";

  /// What stays of a finding when its file is edited: its rule, its file and what it is about.
  record Key(String rule, String file, String type, String name, String property) {
    static Key of(Finding finding) {
      Finding.Subject subject = finding.subject();
      return new Key(
          finding.ruleId(),
          finding.at().container(),
          subject.type().toLowerCase(Locale.ROOT),
          subject.name().toLowerCase(Locale.ROOT),
          subject.property());
    }
  }

  /// Whether it gives somebody a right that nobody has asked for who asked to fix others.
  boolean grants() {
    return fix.grants() || finding.subject().type().equalsIgnoreCase(ASSIGNMENT);
  }

  /// Whether it turns keys off.
  boolean closes() {
    return finding.subject().property().equalsIgnoreCase(LOCAL_AUTH)
        && fix.changes().stream()
            .anyMatch(it -> it instanceof Change.Write(_, Value.Bool(boolean off, _)) && off);
  }

  Key key() {
    return Key.of(finding);
  }
}
