package dev.keylint.lower.arm;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.lower.Embedded;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a template that stands as an object in another one, of either language.
///
/// The template around evaluates its own expressions in the object first; texts in brackets that
/// are then there are the expressions of the embedded template. So what the one around evaluates
/// becomes a parameter of the embedded one.
public final class EmbeddedTemplate {
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Argument> arguments = new ArrayList<>();

  private EmbeddedTemplate() {}

  /// The template that an object is; empty when it is none.
  public static Optional<Embedded> read(Expr written, Consumer<Diagnostic> report) {
    if (!(written instanceof Expr.ObjectExpr)
        || !(written.at() instanceof Location.InFile(Source source, Span whole))) {
      return Optional.empty();
    }
    EmbeddedTemplate reading = new EmbeddedTemplate();
    if (!(new WrittenJson(source, whole, reading::string).of(written)
        instanceof JsonObject object)) {
      return Optional.empty();
    }
    ArmProblems problems = new ArmProblems(source);
    Template template = ArmLowering.embedded(object, problems);
    problems.found().forEach(report);
    return Optional.of(new Embedded(reading.with(template), reading.arguments));
  }

  private Template with(Template template) {
    List<Parameter> all = new ArrayList<>(template.parameters());
    all.addAll(parameters);
    return template.withParameters(all);
  }

  private JsonString string(Expr expr, Span span) {
    if (expr instanceof Expr.StringLiteral(String text, _)) {
      return new JsonString(text, span);
    }
    return StagedText.of(expr)
        .filter(StagedText::isExpression)
        .map(staged -> new JsonString(staged.text(this::parameter), span))
        .orElseGet(() -> new JsonString("[parameters('" + parameter(expr) + "')]", span));
  }

  /// A parameter that stands for what the template around evaluates: its name.
  private String parameter(Expr outer) {
    String name = "(outer " + parameters.size() + ")";
    parameters.add(
        new Parameter(
            name, Parameter.Type.ANY, Optional.empty(), false, false, List.of(), outer.at()));
    arguments.add(new Argument(name, outer, outer.at()));
    return name;
  }
}
