package dev.keylint.lower.arm;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.lower.Brackets;
import dev.keylint.lower.Embedded;
import dev.keylint.lower.Inline;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Parts;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a template that is written out in a deployment of a Bicep file.
///
/// The compiler writes its expressions into the template as ARM expressions, which are evaluated
/// where those of a template in a JSON file are: around it, or with inner scope in it. Its texts in
/// brackets come out escaped: with outer scope the deployment evaluates them, with inner scope they
/// are texts.
public final class InlineTemplate {
  private final boolean outer;
  private final Consumer<Diagnostic> report;
  private final List<Expr> holes = new ArrayList<>();
  private boolean hasArmExpressions;

  private InlineTemplate(boolean outer, Consumer<Diagnostic> report) {
    this.outer = outer;
    this.report = report;
  }

  /// The template; empty when it is none.
  ///
  /// @param outer whether its expressions are evaluated in the template around
  public static Optional<Inline> read(
      Expr.ObjectExpr written, boolean outer, LinkedTemplates links, Consumer<Diagnostic> report) {
    if (!(written.at() instanceof Location.InFile(Source source, Span whole))) {
      return Optional.empty();
    }
    InlineTemplate reading = new InlineTemplate(outer, report);
    if (!(new WrittenJson(source, whole, reading::string).of(written)
        instanceof JsonObject object)) {
      return Optional.empty();
    }
    if (reading.hasArmExpressions) {
      return EscapedTexts.areOfOneScope(object)
          ? EmbeddedTemplate.read(written, report).map(InlineTemplate::inline)
          : Optional.empty();
    }
    ArmProblems problems = new ArmProblems(source);
    Template template = ArmLowering.inline(object, outer, reading.holes, links, problems);
    problems.found().forEach(report);
    Content content = outer ? new Content.Outer(template) : new Content.Inner(template);
    return Optional.of(new Inline(content, List.of()));
  }

  private static Inline inline(Embedded embedded) {
    return new Inline(new Content.Inner(embedded.template()), embedded.arguments());
  }

  private JsonString string(Expr expr, Span span) {
    if (expr instanceof Expr.StringLiteral(String text, _)) {
      boolean bracketed = Brackets.isBracketed(text);
      hasArmExpressions |= outer && bracketed;
      return new JsonString(bracketed && !outer ? "[" + text : text, span);
    }
    hasArmExpressions |= outer && StagedText.of(expr).filter(StagedText::isExpression).isPresent();
    holes.add(outer ? expr : inside(expr));
    return new JsonString(ArmValues.hole(holes.size() - 1), span);
  }

  /// An expression that inner scope leaves without the names of the file around.
  private Expr inside(Expr expr) {
    if (!names(expr)) {
      return expr;
    }
    String message = "a template with inner scope does not see the names of the file around it";
    report.accept(
        Diagnostic.of(Diagnostic.Kind.SEMANTIC, message, expr.at())
            .help("give it a parameter, or make it a module"));
    return new Expr.Unsupported("a name that inner scope hides", expr.at());
  }

  private static boolean names(Expr expr) {
    return expr instanceof Expr.ParameterRef
        || expr instanceof Expr.VariableRef
        || expr instanceof Expr.ResourceRef
        || Parts.of(expr).stream().anyMatch(InlineTemplate::names);
  }
}
