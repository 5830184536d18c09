package dev.keylint.lower.arm;

import dev.keylint.json.JsonObject;
import dev.keylint.lower.arm.ArmValues.Strings;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads JSON parameter files: those of Azure Resource Manager, and azd's with `${VARIABLE}`.
public final class ArmParameterFile {
  private static final Pattern SCHEMA =
      Pattern.compile("(?i).*/(subscription|managementGroup|tenant)?deploymentParameters\\.json#?");

  private static final Pattern NAME = Pattern.compile("(?i)\\.parameters([.-][^/]*)?\\.json$");

  private ArmParameterFile() {}

  /// Whether an object says by its `$schema` that it is a parameter file; without one, by its name
  /// and its form, which the tools that deploy take just as well.
  public static boolean isParameterFile(String path, JsonObject root) {
    return root.value("$schema").isPresent()
        ? root.text("$schema").filter(schema -> SCHEMA.matcher(schema).matches()).isPresent()
        : isNamed(path) && !values(root).members().isEmpty();
  }

  /// Whether a file has the name of one: `main.parameters.json`, `main.parameters.dev.json`.
  public static boolean isNamed(String path) {
    return NAME.matcher(path).find();
  }

  /// The object that holds the values: a member of the file, or the file itself.
  private static JsonObject values(JsonObject root) {
    Optional<JsonObject> inside = root.object("parameters");
    boolean plain =
        root.members().stream()
            .allMatch(member ->
                member.value() instanceof JsonObject given
                    && (given.value("value").isPresent() || given.value("reference").isPresent()));
    return inside.orElseGet(() -> plain ? root : new JsonObject(List.of(), root.span()));
  }

  /// The values that a file gives, as they are written: who deploys with them decides what their
  /// texts become.
  public static ParameterFile lower(Source source, JsonObject root) {
    ArmProblems problems = new ArmProblems(source);
    ArmValues literal = new ArmValues(Strings.LITERAL, false, problems);
    ArmValues expressions = new ArmValues(Strings.TEMPLATE, false, problems);
    ExternalInputs inputs = ExternalInputs.of(root);
    List<Argument> given =
        new ArmArguments(literal, expressions)
            .written(values(root)).stream()
                .map(it -> new Argument(it.name(), inputs.rewrite(it.value()), it.at()))
                .toList();
    Optional<String> template =
        root.object("metadata").flatMap(metadata -> metadata.text("template"));
    Optional<Expr> unread =
        root.value("parameters")
            .filter(block -> !(block instanceof JsonObject))
            .map(block -> problems.unsupported("computed parameters", problems.at(block.span())));
    return new ParameterFile(
        source, template, List.of(), List.of(), given, unread, problems.found());
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
}
