package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.Embedded;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.math.BigDecimal;
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
  private final Source source;
  private final Span whole;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Argument> arguments = new ArrayList<>();

  private EmbeddedTemplate(Source source, Span whole) {
    this.source = source;
    this.whole = whole;
  }

  /// The template that an object is; empty when it is none.
  public static Optional<Embedded> read(Expr written, Consumer<Diagnostic> report) {
    if (!(written instanceof Expr.ObjectExpr)
        || !(written.at() instanceof Location.InFile(Source source, Span whole))) {
      return Optional.empty();
    }
    EmbeddedTemplate reading = new EmbeddedTemplate(source, whole);
    if (!(reading.json(written) instanceof JsonObject object)) {
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

  private JsonValue json(Expr expr) {
    Span span = span(expr.at());
    return switch (expr) {
      case Expr.NullLiteral _ -> new JsonNull(span);
      case Expr.BoolLiteral(boolean value, _) -> new JsonBoolean(value, span);
      case Expr.IntLiteral(long value, _) -> new JsonNumber(BigDecimal.valueOf(value), span);
      case Expr.DecimalLiteral(BigDecimal value, _) -> new JsonNumber(value, span);
      case Expr.StringLiteral(String text, _) -> new JsonString(text, span);
      case Expr.ArrayExpr(var items, _)
          when items.stream().allMatch(Expr.Item.Element.class::isInstance) ->
          new JsonArray(
              items.stream().map(item -> json(((Expr.Item.Element) item).value())).toList(), span);
      case Expr.ObjectExpr(var members, _)
          when members.stream().allMatch(EmbeddedTemplate::isPlain) ->
          new JsonObject(members.stream().map(this::member).toList(), span);
      case Expr _ ->
          StagedText.of(expr)
              .filter(StagedText::isExpression)
              .map(staged -> new JsonString(staged.text(this::parameter), span))
              .orElseGet(() -> new JsonString("[parameters('" + parameter(expr) + "')]", span));
    };
  }

  private static boolean isPlain(Expr.Member member) {
    return member instanceof Expr.Member.Entry(Expr.StringLiteral _, _, _);
  }

  private JsonMember member(Expr.Member member) {
    Expr.Member.Entry entry = (Expr.Member.Entry) member;
    String key = ((Expr.StringLiteral) entry.key()).value();
    return new JsonMember(key, span(entry.key().at()), json(entry.value()));
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

  /// A place in the file of the template; what was loaded from another file stands at the whole.
  private Span span(Location at) {
    return at instanceof Location.InFile(Source file, Span span) && file.equals(source)
        ? span
        : whole;
  }
}
