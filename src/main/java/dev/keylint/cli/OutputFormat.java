package dev.keylint.cli;

import java.util.Locale;

/// The formats of reports.
enum OutputFormat {
  TEXT,
  SARIF,
  SARIF_FULL;

  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether a report has the text of fixes.
  boolean showsFixes() {
    return switch (this) {
      case SARIF, SARIF_FULL -> true;
      case TEXT -> false;
    };
  }
}
