package dev.keylint.eval;

import dev.keylint.eval.expression.BuiltIn;
import dev.keylint.eval.expression.ExpressionFunctions;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.function.FunctionTable;
import dev.keylint.eval.scope.ResourceIds;
import dev.keylint.eval.scope.ScopeFunctions;
import dev.keylint.template.Expr;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The functions that need more than the values of their arguments.
final class BuiltIns {
  /// By the names as Azure writes them, and in lower case.
  private static final Map<String, Referring> BY_NAME = index();

  private BuiltIns() {}

  /// A function whose arguments name resources of the deployment.
  @FunctionalInterface
  interface Referring {
    Value call(Expr.Call call, Frame frame, References references);
  }

  /// The function of this name; `list…` is one whatever follows.
  static Optional<Referring> find(String name) {
    Referring exact = BY_NAME.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    String key = name.toLowerCase(Locale.ROOT);
    Referring function = BY_NAME.get(key);
    if (function == null && key.startsWith("list") && FunctionTable.find(name).isEmpty()) {
      return Optional.of(KeyLists::list);
    }
    return Optional.ofNullable(function);
  }

  private static Map<String, Referring> index() {
    Map<String, BuiltIn> plain = new HashMap<>(ExpressionFunctions.ALL);
    plain.putAll(ScopeFunctions.FUNCTIONS);
    plain.putAll(ResourceIds.FUNCTIONS);
    Map<String, Referring> index = new HashMap<>();
    plain.forEach(
        (name, function) -> index.put(name, (call, frame, _) -> function.call(call, frame)));
    index.putAll(ReferenceFunctions.ALL);
    Map.copyOf(index)
        .forEach((name, function) -> index.put(name.toLowerCase(Locale.ROOT), function));
    return Map.copyOf(index);
  }
}
