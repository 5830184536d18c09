package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Fix;
import dev.keylint.text.Location;
import java.util.Locale;

/// A finding with the fix that its rule has.
record Remedy(Finding finding, Fix fix) {
  private static final String ASSIGNMENT = "Microsoft.Authorization/roleAssignments";

  /// What stays of a finding when its file is edited: its rule, its file and what it is about.
  record Key(String rule, String file, String type, String name, String property) {
    static Key of(Finding finding) {
      String file =
          switch (finding.at()) {
            case Location.InFile(var source, _) -> source.path();
            case Location.WholeFile(String path) -> path;
            case Location.InAzure(String id, _) -> id;
          };
      Finding.Subject subject = finding.subject();
      return new Key(
          finding.ruleId(),
          file,
          subject.type().toLowerCase(Locale.ROOT),
          subject.name().toLowerCase(Locale.ROOT),
          subject.property());
    }
  }

  /// Whether it gives somebody a right that nobody has asked for who asked to fix others.
  boolean grants() {
    return fix.grants() || finding.subject().type().equalsIgnoreCase(ASSIGNMENT);
  }

  Key key() {
    return Key.of(finding);
  }
}
