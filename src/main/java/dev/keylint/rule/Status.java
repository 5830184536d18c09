package dev.keylint.rule;

/// How far a rule may be relied on.
public enum Status {
  PREVIEW("preview"),
  STABLE("stable"),
  DEPRECATED("deprecated");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
