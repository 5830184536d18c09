package dev.keylint.cli;

/// How much speaks for it that what was expanded is deployed, the least first.
enum Standing {
  /// It runs beside deployments, and is none.
  BESIDE,
  /// A template that wants values which nothing here gives.
  WITHOUT_VALUES,
  /// A template with all the values that it wants.
  WITH_VALUES,
  /// A project deploys it.
  BY_PROJECT,
  /// The user named it by its own path.
  NAMED
}
