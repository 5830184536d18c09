package dev.keylint.rule;

/// How seldom a finding is wrong; the words are those that code scanning knows.
public enum Precision {
  VERY_HIGH("very-high"),
  HIGH("high"),
  MEDIUM("medium"),
  LOW("low");

  private final String word;

  Precision(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
