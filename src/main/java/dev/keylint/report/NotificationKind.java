package dev.keylint.report;

import dev.keylint.text.Diagnostic;
import java.util.Locale;

/// The kinds of things that a run says beside its results, and how they are explained.
enum NotificationKind {
  SYNTAX("warning", "A file breaks the grammar of its language.", "Build it with its own tool."),
  SEMANTIC("warning", "Names or values do not fit together.", "Correct the place that is named."),
  UNREADABLE("warning", "A file could not be read.", "Check that it exists, is text and small."),
  MISSING_MODULE(
      "warning",
      "A referenced module is not here.",
      "Run keylint restore, or scan its folder too."),
  MISSING_FILE(
      "warning",
      "A file that a function loads, or a project deploys, is not here.",
      "Add the file."),
  UNSUPPORTED(
      "warning",
      "A construct that keylint does not know.",
      "What depends on it stays open; please report it."),
  LIMIT("warning", "A bound on size, depth, count or time was reached.", "Scan less at a time."),
  OUTSIDE_ROOT("warning", "A path leaves the scan root.", "Scan from a folder further up."),
  COVERAGE(
      "warning", "A scope of Azure could not be read.", "Give the sign-in the role Reader there."),
  CONFIGURATION("error", "The configuration or a rule is wrong.", "Correct the place named."),
  UNCHECKED(
      "warning",
      "What is deployed or run stands in no file here, so nothing of it is checked.",
      "Do what is named, and scan again."),
  NOTE("note", "Worth knowing.", "Nothing has to be done."),
  UNDECIDED(
      "note",
      "A rule could not be decided.",
      "Supply what is named as open, such as a parameter file; this is neither a pass nor a"
          + " finding."),
  SUMMARY("note", "What the run has seen.", "Nothing has to be done."),
  CUT(
      "warning",
      "There is more than this file may hold.",
      "Use the output sarif-full, or scan less at a time.");

  private final String level;
  private final String description;
  private final String help;

  NotificationKind(String level, String description, String help) {
    this.level = level;
    this.description = description;
    this.help = help;
  }

  static NotificationKind of(Diagnostic.Kind kind) {
    return switch (kind) {
      case SYNTAX -> SYNTAX;
      case SEMANTIC -> SEMANTIC;
      case UNREADABLE -> UNREADABLE;
      case MISSING_MODULE -> MISSING_MODULE;
      case MISSING_FILE -> MISSING_FILE;
      case UNSUPPORTED -> UNSUPPORTED;
      case LIMIT -> LIMIT;
      case OUTSIDE_ROOT -> OUTSIDE_ROOT;
      case COVERAGE -> COVERAGE;
      case CONFIGURATION -> CONFIGURATION;
      case UNCHECKED -> UNCHECKED;
      case NOTE -> NOTE;
    };
  }

  /// As outputs write it.
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String level() {
    return level;
  }

  String description() {
    return description;
  }

  String help() {
    return help;
  }
}
