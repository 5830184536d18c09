package dev.keylint.rule;

/// How bad a finding is, worst first; the words are those of SARIF's `level`.
public enum Severity {
  ERROR("error"),
  WARNING("warning"),
  NOTE("note");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /// As rules, options and SARIF write it.
  public String word() {
    return word;
  }
}
