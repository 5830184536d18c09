package dev.keylint.lower.arm;

import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.lower.ReadArguments;
import dev.keylint.lower.arm.ArmValues.Strings;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads JSON parameter files: those of Azure Resource Manager, and azd's with `${VARIABLE}`.
public final class ArmParameterFile {
  private static final Pattern SCHEMA =
      Pattern.compile("(?i).*/(subscription|managementGroup|tenant)?deploymentParameters\\.json#?");

  private ArmParameterFile() {}

  /// Whether an object says by its `$schema` that it is a parameter file.
  public static boolean isParameterFile(JsonObject root) {
    return root.text("$schema").filter(schema -> SCHEMA.matcher(schema).matches()).isPresent();
  }

  /// The values that a file gives.
  ///
  /// A variable that is neither in `environment` nor has a default in the file gives no value: azd
  /// then takes the template's default, or asks.
  public static ParameterFile lower(
      Source source, JsonObject root, Map<String, String> environment) {
    ArmProblems problems = new ArmProblems(source);
    ArmValues literal = new ArmValues(Strings.LITERAL, false, problems);
    ArmValues expressions = new ArmValues(Strings.TEMPLATE, false, problems);
    AzdText azd = new AzdText(environment, problems);
    ExternalInputs inputs = ExternalInputs.of(root);
    List<Argument> given = new ArrayList<>();
    List<String> unset = new ArrayList<>();
    for (Argument argument :
        root.object("parameters")
            .map(new ArmArguments(literal, expressions)::of)
            .orElse(List.of())) {
      Expr value = inputs.rewrite(azd.parameter(argument.value()));
      Optional<String> variable =
          argument.value() instanceof Expr.StringLiteral ? AzdText.unset(value) : Optional.empty();
      variable.ifPresent(unset::add);
      if (variable.isEmpty()) {
        given.add(new Argument(argument.name(), value, argument.at()));
      }
    }
    note(unset, "so their parameters count as not given", root, problems);
    note(azd.empty(), "so they count as empty texts", root, problems);
    Optional<String> template =
        root.object("metadata").flatMap(metadata -> metadata.text("template"));
    Optional<Expr> unread =
        root.value("parameters")
            .filter(block -> !(block instanceof JsonObject))
            .map(block -> problems.unsupported("computed parameters", problems.at(block.span())));
    return new ParameterFile(
        source, template, List.of(), List.of(), given, unread, problems.found());
  }

  private static void note(
      Collection<String> variables, String counts, JsonObject root, ArmProblems problems) {
    if (!variables.isEmpty()) {
      String names = String.join(", ", variables);
      String message = "keylint has no values for these variables, " + counts + ": " + names;
      problems.add(Kind.NOTE, message, place(root, problems));
    }
  }

  /// The same file for a template, its texts turned into the numbers and booleans that the template
  /// wants, as azd does it; an empty text gives way to a default, and so does what a variable puts
  /// where a number or boolean is due and that is none (`${ENABLED=null}`). What could not be read
  /// is given to all parameters that are left.
  public static ParameterFile fit(ParameterFile file, Template template) {
    Map<String, Parameter> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    template.parameters().forEach(declared -> parameters.putIfAbsent(declared.name(), declared));
    List<Argument> fitted = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>(file.diagnostics());
    for (Argument argument : new ReadArguments(file.arguments(), file.unread()).of(template)) {
      Optional<Parameter> parameter = Optional.ofNullable(parameters.get(argument.name()));
      if (parameter.isPresent()
          && argument.value() instanceof Expr.StringLiteral(var text, var at)) {
        Parameter declared = parameter.orElseThrow();
        boolean useDefault = text.isEmpty() && declared.defaultValue().isPresent();
        Expr value = AzdText.typed(text, declared.type(), at);
        if (AzdText.isLeftOut(value, declared.type())) {
          if (!text.isEmpty()) {
            diagnostics.add(leftOut(text, declared, argument.at()));
          }
        } else if (!useDefault) {
          fitted.add(new Argument(argument.name(), value, argument.at()));
        }
      } else {
        fitted.add(argument);
      }
    }
    return new ParameterFile(
        file.source(),
        file.template(),
        file.variables(),
        file.functions(),
        fitted,
        Optional.empty(),
        diagnostics);
  }

  private static Diagnostic leftOut(String text, Parameter parameter, Location at) {
    return Diagnostic.of(
        Kind.NOTE,
        "`"
            + text
            + "` is no "
            + parameter.type().name().toLowerCase(Locale.ROOT)
            + ", so azd gives no value for `"
            + parameter.name()
            + "`",
        at);
  }

  /// A file that could not be read: it may give any value to any parameter.
  public static ParameterFile unreadable(Source source, List<Diagnostic> why) {
    Location at =
        why.stream()
            .map(Diagnostic::location)
            .findFirst()
            .orElse(new Location.WholeFile(source.path()));
    Expr unread = new Expr.Unsupported("the part behind the syntax error at " + at, at);
    return new ParameterFile(
        source, Optional.empty(), List.of(), List.of(), List.of(), Optional.of(unread), why);
  }

  private static Location place(JsonObject root, ArmProblems problems) {
    return problems.at(root.member("parameters").map(JsonMember::keySpan).orElse(root.span()));
  }
}
