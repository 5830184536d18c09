package dev.keylint.access;

/// What a caller signs in with.
public enum Credential {
  TOKEN("token"),
  KEY("key"),
  UNKNOWN("unknown");

  private final String word;

  Credential(String word) {
    this.word = word;
  }

  /// How tables write it.
  public String word() {
    return word;
  }
}
