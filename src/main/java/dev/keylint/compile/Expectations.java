package dev.keylint.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.keylint.rule.CelChecker.Wanted;
import dev.keylint.rule.CelText;
import dev.keylint.rule.Formula;
import dev.keylint.text.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether an expression is of the kind that its key needs.
final class Expectations {
  private static final Set<CelKind> PRINTABLE =
      Set.of(CelKind.STRING, CelKind.INT, CelKind.DOUBLE, CelKind.BOOL, CelKind.DYN);
  private static final Set<CelKind> BOOL = Set.of(CelKind.BOOL, CelKind.DYN);

  private Expectations() {}

  static boolean met(
      CelAbstractSyntaxTree ast, Wanted wanted, CelText text, List<Diagnostic> diagnostics) {
    CelType type = ast.getResultType();
    String problem =
        switch (wanted) {
          case BOOL ->
              BOOL.contains(type.kind()) ? "" : "must be true or false, this is " + name(type);
          case PRINTABLE ->
              PRINTABLE.contains(type.kind()) ? "" : "must be a text, this is " + name(type);
          case PATH -> isPath(ast.getExpr()) ? "" : "must be a path like `resource.properties.x`";
        };
    if (problem.isEmpty()) {
      return true;
    }
    Diagnostic wrong =
        CelErrors.wrong("the expression `" + text.text() + "` " + problem, text.at(0));
    boolean optional = type.kind() == CelKind.OPAQUE && wanted != Wanted.PATH;
    Optional<String> help =
        optional
            ? Optional.of("say what counts when it is absent: `.orValue(…)`")
            : Members.ofFirst(List.of(type.name()));
    diagnostics.add(help.map(wrong::help).orElse(wrong));
    return false;
  }

  /// The same for what the type checker takes for anything: a text of every resource is no truth
  /// value.
  static boolean met(Formula formula, Wanted wanted, CelText text, List<Diagnostic> diagnostics) {
    Optional<String> member =
        Optional.of(formula.root())
            .filter(_ -> wanted == Wanted.BOOL)
            .flatMap(ResourceMembers::text);
    member.ifPresent(it ->
        diagnostics.add(
            CelErrors.wrong(
                    "the expression `" + it + "` must be true or false, this is a text", text.at(0))
                .help("compare it with a text, such as `" + it + " == 'x'`")));
    return member.isEmpty();
  }

  private static String name(CelType type) {
    return switch (type.kind()) {
      case LIST -> "a list";
      case MAP -> "a map";
      case STRUCT -> "a whole `" + type.name() + "`";
      case OPAQUE -> "an optional value";
      case STRING -> "a text";
      case INT, DOUBLE -> "a number";
      default -> type.name();
    };
  }

  private static boolean isPath(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case IDENT -> true;
      case SELECT -> !expr.select().testOnly() && isPath(expr.select().operand());
      case CALL ->
          expr.call().function().equals("_[_]")
              && isPath(expr.call().args().get(0))
              && isKey(expr.call().args().get(1));
      default -> false;
    };
  }

  private static boolean isKey(CelExpr expr) {
    return expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT || isPath(expr);
  }
}
