package dev.keylint.eval;

import dev.keylint.template.Expr;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The functions that need more than the values of their arguments: laziness, unknown values,
/// lambdas, the surroundings of the deployment.
final class BuiltIns {
  private static final Map<String, BuiltIn> BY_NAME = index();

  private BuiltIns() {}

  /// What such a function does; it evaluates its arguments itself.
  @FunctionalInterface
  interface BuiltIn {
    Value call(Expr.Call call, Frame frame);
  }

  static Optional<BuiltIn> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, BuiltIn> index() {
    Map<String, BuiltIn> all = new HashMap<>();
    all.putAll(Logic.FUNCTIONS);
    all.putAll(Strings.FUNCTIONS);
    all.putAll(TextFunctions.FUNCTIONS);
    all.putAll(Accesses.FUNCTIONS);
    all.putAll(Lambdas.FUNCTIONS);
    all.putAll(Names.FUNCTIONS);
    all.putAll(ScopeFunctions.FUNCTIONS);
    all.putAll(ResourceIds.FUNCTIONS);
    all.putAll(References.FUNCTIONS);
    all.putAll(Opaque.FUNCTIONS);
    all.put("shallowMerge", Merges::shallowMerge);
    all.put("flatten", Merges::flatten);
    all.put("json", JsonFunction::json);
    Map<String, BuiltIn> index = HashMap.newHashMap(all.size());
    all.forEach((name, function) -> index.put(name.toLowerCase(Locale.ROOT), function));
    return Map.copyOf(index);
  }

  /// The arguments of a call that must have between `least` and `most` of them.
  static boolean fits(List<Expr> arguments, int least, int most) {
    return arguments.size() >= least && arguments.size() <= most;
  }
}
