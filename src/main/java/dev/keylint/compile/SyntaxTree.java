package dev.keylint.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.keylint.check.LinearPattern;
import dev.keylint.check.Shape;
import dev.keylint.check.Shapes;
import dev.keylint.rule.CelText;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Function;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes our expressions of cel-java's checked ones; says what rules may not use.
final class SyntaxTree {
  private static final CelType BODY = MapType.create(SimpleType.STRING, SimpleType.DYN);

  private final CelAbstractSyntaxTree ast;
  private final CelText text;
  private final List<Diagnostic> diagnostics;
  private final Folds folds;

  SyntaxTree(CelAbstractSyntaxTree ast, CelText text, List<Diagnostic> diagnostics) {
    this.ast = ast;
    this.text = text;
    this.diagnostics = diagnostics;
    this.folds = new Folds(this, ast.getSource().getMacroCalls());
  }

  Expression expression() {
    return expression(ast.getExpr());
  }

  /// The offset of a node in UTF-16 units; cel-java counts code points.
  int offset(CelExpr expr) {
    Integer points = ast.getSource().getPositionsMap().get(expr.id());
    int length = text.text().codePointCount(0, text.text().length());
    return text.text().offsetByCodePoints(0, Math.clamp(points == null ? 0 : points, 0, length));
  }

  Expression expression(CelExpr expr) {
    int offset = offset(expr);
    return switch (expr.exprKind().getKind()) {
      case CONSTANT -> constant(expr.constant(), expr);
      case IDENT -> ident(expr, offset);
      case SELECT -> {
        Expression operand = expression(expr.select().operand());
        String field = expr.select().field();
        spelling(expr.select().operand(), field, offset);
        yield expr.select().testOnly()
            ? new Expression.Has(operand, field, offset)
            : new Expression.Select(operand, field, offset);
      }
      case CALL -> call(expr);
      case LIST -> list(expr);
      case MAP -> map(expr);
      case COMPREHENSION -> folds.expression(expr);
      case STRUCT, NOT_SET -> refused("a message of this type", expr);
    };
  }

  /// CEL has the names of types as values; no value of a rule is one.
  private Expression ident(CelExpr expr, int offset) {
    String name = expr.ident().name();
    return isOf(expr, CelKind.TYPE)
        ? refused("the name of a type as a value", expr)
        : new Expression.Ident(name, offset);
  }

  /// A resource is a map for the type checker, so it lets every name pass.
  private void spelling(CelExpr operand, String field, int at) {
    if (isText(operand, at)) {
      return;
    }
    if (isResource(operand)) {
      misspelt("a resource", field, ResourceMembers.meant(field), at);
    } else if (operand.exprKind().getKind() == Kind.SELECT
        && isResource(operand.select().operand())) {
      String part = operand.select().field();
      misspelt("`" + part + "` of a resource", field, ResourceMembers.meant(part, field), at);
    }
  }

  /// The same where a text names the member: `[…]`, `[?…]`, `.?`, `in`.
  private void named(Function function, CelExpr expr) {
    List<CelExpr> arguments = expr.call().args();
    boolean contained = function == Function.IN;
    boolean selected =
        function == Function.INDEX
            || function == Function.OPTIONAL_INDEX
            || function == Function.OPTIONAL_SELECT;
    if (contained || selected) {
      CelExpr name = contained ? arguments.getFirst() : arguments.getLast();
      CelExpr owner = contained ? arguments.getLast() : arguments.getFirst();
      boolean isLiteral =
          name.exprKind().getKind() == Kind.CONSTANT
              && name.constant().getKind() == CelConstant.Kind.STRING_VALUE;
      if (!isLiteral) {
        isText(owner, offset(name));
      } else {
        spelling(
            owner,
            name.constant().stringValue(),
            function == Function.OPTIONAL_SELECT ? offset(expr) + 1 : offset(name));
      }
    }
  }

  /// Whether this is a text of a resource, in which there is nothing to look for by name; says so.
  boolean isText(CelExpr expr, int at) {
    boolean isText =
        expr.exprKind().getKind() == Kind.SELECT
            && isResource(expr.select().operand())
            && ResourceMembers.isText(expr.select().field());
    if (isText) {
      diagnostics.add(
          CelErrors.wrong(
                  "`" + expr.select().field() + "` of a resource is a text and has no members",
                  text.at(at + 1))
              .help("functions of texts, such as `contains`, look into it"));
    }
    return isText;
  }

  private void misspelt(String owner, String field, Optional<String> meant, int at) {
    meant.ifPresent(near ->
        diagnostics.add(
            CelErrors.wrong(owner + " has no `" + field + "`", text.at(at + 1))
                .help("did you mean `" + near + "`?")));
  }

  /// Whether this is the body of a resource: what the rule matches, or what a shape tells of.
  /// Others may be called so, too, by a variable, a parameter or a macro.
  private boolean isResource(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case IDENT ->
          expr.ident().name().equals("resource")
              && ast.getType(expr.id()).filter(BODY::equals).isPresent();
      case SELECT ->
          expr.select().field().equals("resource")
              && isOf(expr, CelKind.DYN)
              && isShape(expr.select().operand());
      case NOT_SET, CONSTANT, CALL, LIST, STRUCT, MAP, COMPREHENSION -> false;
    };
  }

  private boolean isShape(CelExpr expr) {
    return ast.getType(expr.id())
        .filter(type -> Shapes.all().stream().anyMatch(it -> it.name().equals(type.name())))
        .isPresent();
  }

  private boolean isOf(CelExpr expr, CelKind kind) {
    return ast.getType(expr.id()).filter(type -> type.kind() == kind).isPresent();
  }

  private Expression constant(CelConstant constant, CelExpr expr) {
    int offset = offset(expr);
    return switch (constant.getKind()) {
      case NULL_VALUE -> new Expression.NullConstant(offset);
      case BOOLEAN_VALUE -> new Expression.BoolConstant(constant.booleanValue(), offset);
      case INT64_VALUE -> new Expression.IntConstant(constant.int64Value(), offset);
      case DOUBLE_VALUE -> new Expression.DoubleConstant(constant.doubleValue(), offset);
      case STRING_VALUE -> new Expression.StringConstant(constant.stringValue(), offset);
      case NOT_SET, UINT64_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
          refused("unsigned numbers and bytes", expr);
    };
  }

  private Expression call(CelExpr expr) {
    String name = expr.call().function();
    Optional<CelExpr> target = expr.call().target();
    if (target.isPresent() && isQuestion(name, target.orElseThrow())) {
      return new Expression.Ask(
          expression(target.orElseThrow()), name, all(expr.call().args()), offset(expr));
    }
    Optional<Function> function = Function.named(name);
    if (function.isEmpty()) {
      return refused("the function `" + name + "`", expr);
    }
    List<Expression> arguments = new ArrayList<>();
    target.ifPresent(it -> arguments.add(expression(it)));
    arguments.addAll(all(expr.call().args()));
    named(function.orElseThrow(), expr);
    ResourceMembers.mistaken(function.orElseThrow(), arguments)
        .ifPresent(it ->
            diagnostics.add(
                CelErrors.wrong("`" + it + "` is a text", text.at(offset(expr)))
                    .help("compare it with a text, such as `" + it + " == 'x'`")));
    if (function.orElseThrow() == Function.MATCHES
        && arguments.getLast() instanceof Expression.StringConstant(String pattern, int at)
        && LinearPattern.compile(pattern).isEmpty()) {
      diagnostics.add(
          CelErrors.wrong(
                  "the pattern `" + pattern + "` is not understood, or gets too large", text.at(at))
              .help("patterns are those of RE2: no look-around, no references to groups"));
    }
    return new Expression.Call(function.orElseThrow(), arguments, offset(expr));
  }

  /// Whether a struct is asked; a shape has the name of its type.
  private boolean isQuestion(String name, CelExpr target) {
    return isOf(target, CelKind.STRUCT)
        && Shapes.all().stream()
            .flatMap(shape -> shape.questions().stream())
            .map(Shape.Question::name)
            .anyMatch(name::equals);
  }

  private Expression list(CelExpr expr) {
    List<Expression.Item> items = new ArrayList<>();
    for (int i = 0; i < expr.list().elements().size(); i++) {
      Expression value = expression(expr.list().elements().get(i));
      items.add(new Expression.Item(value, expr.list().optionalIndices().contains(i)));
    }
    return new Expression.ListOf(items, offset(expr));
  }

  private Expression map(CelExpr expr) {
    List<Expression.Entry> entries = new ArrayList<>();
    for (CelExpr.CelMap.Entry entry : expr.map().entries()) {
      entries.add(
          new Expression.Entry(
              expression(entry.key()), expression(entry.value()), entry.optionalEntry()));
    }
    return new Expression.MapOf(entries, offset(expr));
  }

  private List<Expression> all(List<CelExpr> expressions) {
    return expressions.stream().map(this::expression).toList();
  }

  /// Says that rules may not use something; null stands in for it.
  Expression refused(String what, CelExpr expr) {
    diagnostics.add(
        CelErrors.wrong("rules may not use " + what, text.at(offset(expr)))
            .help("rules/README.md lists what they may use"));
    return new Expression.NullConstant(offset(expr));
  }
}
