package dev.keylint.compile;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Expression.Macro;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recognises the macros that cel-java has expanded to folds.
///
/// A macro is told by its call, which the parser keeps beside the fold; its parts are taken from
/// the fold, where they are checked.
final class Folds {
  private final SyntaxTree tree;
  private final Map<Long, CelExpr> macroCalls;

  Folds(SyntaxTree tree, Map<Long, CelExpr> macroCalls) {
    this.tree = tree;
    this.macroCalls = macroCalls;
  }

  Expression expression(CelExpr expr) {
    CelComprehension fold = expr.comprehension();
    if (fold.iterVar().equals("#unused")) {
      return new Expression.Bind(
          fold.accuVar(),
          tree.expression(fold.accuInit()),
          tree.expression(fold.result()),
          tree.offset(expr));
    }
    CelExpr call = macroCalls.get(expr.id());
    String name = call == null ? "" : call.call().function();
    return switch (name) {
      case "all" -> macro(Macro.Kind.ALL, expr, step(fold, 1), Optional.empty());
      case "exists" -> macro(Macro.Kind.EXISTS, expr, step(fold, 1), Optional.empty());
      case "exists_one", "existsOne" ->
          macro(Macro.Kind.EXISTS_ONE, expr, step(fold, 0), Optional.empty());
      case "filter" -> macro(Macro.Kind.FILTER, expr, step(fold, 0), Optional.empty());
      case "map", "transformList" -> map(expr, fold);
      default -> tree.refused("the macro `" + name + "`", expr);
    };
  }

  /// `@result + [f]`, or `p ? @result + [f] : @result`.
  private Expression map(CelExpr expr, CelComprehension fold) {
    CelExpr step = fold.loopStep();
    boolean filtered = step.call().function().equals("_?_:_");
    CelExpr append = filtered ? step.call().args().get(1) : step;
    CelExpr made = append.call().args().get(1).list().elements().getFirst();
    Optional<CelExpr> filter =
        filtered ? Optional.of(step.call().args().getFirst()) : Optional.empty();
    return macro(Macro.Kind.MAP, expr, made, filter);
  }

  private static CelExpr step(CelComprehension fold, int argument) {
    List<CelExpr> arguments = fold.loopStep().call().args();
    return arguments.get(argument);
  }

  private Expression macro(Macro.Kind kind, CelExpr expr, CelExpr body, Optional<CelExpr> filter) {
    CelComprehension fold = expr.comprehension();
    tree.isText(fold.iterRange(), tree.offset(expr));
    return new Macro(
        kind,
        tree.expression(fold.iterRange()),
        fold.iterVar(),
        fold.iterVar2().isEmpty() ? Optional.empty() : Optional.of(fold.iterVar2()),
        filter.map(tree::expression),
        tree.expression(body),
        tree.offset(expr));
  }
}
