package dev.keylint.finding;

/// One query or endpoint at one scope of Azure.
public record CoverageUnit(String scope, String query, State state, int rows, String detail) {
  /// How a reading went.
  public enum State {
    OK,
    PARTIAL,
    DENIED,
    THROTTLED,
    FAILED,
    UNSUPPORTED,
    SKIPPED
  }
}
