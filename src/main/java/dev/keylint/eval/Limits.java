package dev.keylint.eval;

/// Bounds of one expansion; each that is reached is a diagnostic.
///
/// @param steps evaluations of an expression, and items and characters made
/// @param depth nested evaluations
/// @param loop copies of one loop
/// @param resources resources of the estate
/// @param deployments modules and nested deployments, at every depth
/// @param nesting modules within modules
/// @param textLength characters of one text
/// @param valueSize members and items of one value, at every depth
/// @param valueDepth objects and arrays within each other
/// @param diagnostics things to say about one expansion
public record Limits(
    long steps,
    int depth,
    int loop,
    int resources,
    int deployments,
    int nesting,
    int textLength,
    long valueSize,
    int valueDepth,
    int diagnostics) {

  /// Far more than any real deployment needs; seconds and some hundred MB at most.
  public static final Limits DEFAULT =
      new Limits(5_000_000, 2_000, 10_000, 50_000, 10_000, 64, 1 << 20, 1_000_000, 200, 1_000);
}
