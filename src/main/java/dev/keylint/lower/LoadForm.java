package dev.keylint.lower;

/// What a file that a template loads is read as; the bounds are those of the Bicep compiler.
public enum LoadForm {
  TEXT(131_072),
  BASE64(96 * 1024),
  JSON(1_048_576),
  YAML(1_048_576);

  private final int limit;

  LoadForm(int limit) {
    this.limit = limit;
  }

  /// The most that is loaded: characters, or bytes for `BASE64`.
  public int limit() {
    return limit;
  }
}
