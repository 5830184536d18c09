package dev.keylint.eval.run;

/// Bounds of one expansion; each that is reached is a diagnostic.
///
/// A *part* is a member, an item or an argument, and every 64 characters of a text: what it takes
/// to write a value out.
///
/// @param steps evaluations of an expression, and parts looked at or made: time and memory
/// @param depth nested evaluations
/// @param loop turns of one loop
/// @param resources resources of the estate
/// @param parts parts of all resources and outputs together
/// @param deployments modules and nested deployments, at every depth
/// @param nesting modules within modules
/// @param textLength characters of one text
/// @param valueParts parts of one value, at every depth
/// @param valueDepth objects and arrays within each other
/// @param diagnostics things to say about one expansion
public record Limits(
    long steps,
    int depth,
    int loop,
    int resources,
    long parts,
    int deployments,
    int nesting,
    int textLength,
    long valueParts,
    int valueDepth,
    int diagnostics) {

  /// What takes two seconds and 200 MB at most, and five times what any real deployment needs
  /// (`LimitsCorpusTest`): of the reference corpus the largest takes 93,000 steps and 27
  /// evaluations within each other, has 494 resources of 360,000 parts, 224 deployments, a value of
  /// less than 40,000 parts, values nested 19 deep, and 14 diagnostics.
  public static final Limits DEFAULT =
      new Limits(500_000, 500, 10_000, 2_500, 1_800_000, 2_000, 64, 1 << 20, 200_000, 200, 1_000);

  /// The same with fewer steps, for what is left of a scan that has used up its own.
  public Limits steps(long fewer) {
    return new Limits(
        fewer,
        depth,
        loop,
        resources,
        parts,
        deployments,
        nesting,
        textLength,
        valueParts,
        valueDepth,
        diagnostics);
  }

  /// A part of each bound that grows with what a template deploys, to see how far real ones stay
  /// below.
  public Limits dividedBy(int by) {
    return new Limits(
        steps / by,
        depth / by,
        loop / by,
        resources / by,
        parts / by,
        deployments / by,
        nesting / by,
        textLength / by,
        valueParts / by,
        valueDepth / by,
        diagnostics / by);
  }
}
