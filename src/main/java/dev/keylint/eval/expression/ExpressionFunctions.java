package dev.keylint.eval.expression;

import java.util.HashMap;
import java.util.Map;

/// The functions that can be evaluated wherever an expression stands, but not from the values of
/// their arguments alone.
public final class ExpressionFunctions {
  /// By name as Azure writes it.
  public static final Map<String, BuiltIn> ALL = all();

  private ExpressionFunctions() {}

  private static Map<String, BuiltIn> all() {
    Map<String, BuiltIn> all = new HashMap<>();
    all.putAll(Logic.FUNCTIONS);
    all.putAll(Concatenations.FUNCTIONS);
    all.putAll(PartialFunctions.FUNCTIONS);
    all.putAll(TextFunctions.FUNCTIONS);
    all.putAll(Accesses.FUNCTIONS);
    all.putAll(Lambdas.FUNCTIONS);
    all.putAll(Groups.FUNCTIONS);
    all.putAll(NameFunctions.FUNCTIONS);
    all.putAll(Opaque.FUNCTIONS);
    all.putAll(StoredTexts.FUNCTIONS);
    all.put("sort", Sorting::sort);
    all.put("shallowMerge", Merges::shallowMerge);
    all.put("flatten", Merges::flatten);
    all.put("json", JsonFunction::json);
    return Map.copyOf(all);
  }
}
