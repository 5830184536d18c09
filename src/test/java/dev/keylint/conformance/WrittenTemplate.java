package dev.keylint.conformance;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.TypedLambda;
import dev.keylint.conformance.Written.Group;
import dev.keylint.conformance.Written.Part;
import dev.keylint.conformance.Written.Row;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonObject;
import dev.keylint.template.Expr;
import dev.keylint.template.Output;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where each part of a compiled template is written, as far as our form of the Bicep file and, for
/// what it leaves out, the syntax tree tell.
final class WrittenTemplate {
  private final Template template;
  private final BicepFile file;
  private final JsonObject json;
  private final WrittenValues values;
  private final WrittenTypes types;
  private final WrittenImports imports;

  private WrittenTemplate(Template template, BicepFile file, Source source, JsonObject json) {
    this.template = template;
    this.file = file;
    this.json = json;
    this.values = new WrittenValues(template.source(), inlined(template, json));
    this.types =
        new WrittenTypes(
            values,
            declared(file, Declaration.Type.class).stream()
                .collect(Collectors.toMap(type -> type.name().name(), type -> type)));
    this.imports = new WrittenImports(file, values, source, json);
  }

  /// In the shape of the compiled template, whose source and content are given; line 0 is that of a
  /// section.
  static Group of(Template template, BicepFile file, Source source, JsonObject json) {
    return new WrittenTemplate(template, file, source, json).sections();
  }

  private Group sections() {
    WrittenResources resources = new WrittenResources(file, values, types);
    return new Group(
        0,
        List.of(
            section("metadata", metadata()),
            section("imports", extensions()),
            section("extensions", extensions()),
            section("definitions", definitions()),
            section("parameters", template.parameters().stream().map(this::parameter).toList()),
            Part.of("functions", functions()),
            section("variables", variables()),
            Part.of(
                "resources",
                resources.of(template.resources(), json.array("resources").isPresent())),
            section("outputs", template.outputs().stream().map(this::output).toList()),
            section("asserts", asserts())));
  }

  private static Part section(String name, List<Part> parts) {
    return Part.of(name, new Group(0, parts));
  }

  private List<Part> metadata() {
    return declared(file, Declaration.Metadata.class).stream()
        .map(it -> part(it.name().name(), values.line(it.name()), values.of(it.value())))
        .toList();
  }

  private List<Part> asserts() {
    return declared(file, Declaration.Assert.class).stream()
        .map(it -> Part.of(it.name().name(), values.line(it.name())))
        .toList();
  }

  private List<Part> definitions() {
    List<Part> parts = new ArrayList<>();
    for (Declaration.Type type : declared(file, Declaration.Type.class)) {
      Group schema = types.of(type.value(), type.decorators(), values.line(type.name()));
      parts.add(Part.of(type.name().name(), schema));
    }
    parts.addAll(imports.parts());
    return parts;
  }

  private List<Part> extensions() {
    List<Part> parts = new ArrayList<>();
    for (Declaration.Extension extension : declared(file, Declaration.Extension.class)) {
      int line = values.line(extension.specification());
      Optional<Part> configuration =
          extension.with().map(it -> Part.of("config", values.of(it.configuration())));
      String name =
          extension
              .alias()
              .map(it -> it.name().name())
              .or(extension.specification()::literal)
              .orElseThrow();
      parts.add(Part.of(name, new Group(line, configuration.stream().toList())));
    }
    return parts;
  }

  private Part parameter(Parameter parameter) {
    int line = values.line(parameter.at(), 0);
    Declaration.Parameter syntax =
        declared(file, Declaration.Parameter.class).stream()
            .filter(it -> it.name().name().equals(parameter.name()))
            .findFirst()
            .orElseThrow();
    Part[] value =
        parameter.defaultValue().stream()
            .map(it -> Part.of("defaultValue", values.of(it, line)))
            .toArray(Part[]::new);
    return Part.of(parameter.name(), types.of(syntax.type(), syntax.decorators(), line, value));
  }

  private Part output(Output output) {
    int line = values.line(output.at(), 0);
    Declaration.Output syntax =
        declared(file, Declaration.Output.class).stream()
            .filter(it -> it.name().name().equals(output.name()))
            .findFirst()
            .orElseThrow();
    String key = output.value() instanceof Expr.ForExpr ? "copy" : "value";
    Part value = Part.of(key, values.of(output.value(), line));
    return Part.of(output.name(), types.of(syntax.type(), syntax.decorators(), line, value));
  }

  /// One group of functions, which the compiler puts all into one namespace.
  private Row functions() {
    List<Part> members = new ArrayList<>();
    for (UserFunction function : template.functions()) {
      declared(file, Declaration.Function.class).stream()
          .filter(it -> it.name().name().equals(function.name()))
          .findFirst()
          .ifPresent(syntax -> members.add(function(function, syntax)));
    }
    members.addAll(imports.parts());
    return new Row(0, List.of(Group.of(0, List.of(), Part.of("members", new Group(0, members)))));
  }

  private Part function(UserFunction function, Declaration.Function syntax) {
    int line = values.line(function.at(), 0);
    List<Part> parts = new ArrayList<>(types.decorated(syntax.decorators(), line));
    if (syntax.body() instanceof TypedLambda(var parameters, var type, _, _)) {
      Part name = Part.of("name", line);
      List<Written> all =
          parameters.parameters().stream()
              .<Written>map(it -> types.of(it.type(), List.of(), values.line(it), name))
              .toList();
      parts.add(Part.of("parameters", new Row(line, all)));
      Part value = Part.of("value", values.of(function.body(), line));
      parts.add(Part.of("output", types.of(type, List.of(), values.line(type), value)));
    }
    return Part.of(function.name(), new Group(line, parts));
  }

  private List<Part> variables() {
    List<Part> parts = new ArrayList<>();
    for (Variable variable : template.variables()) {
      int line = values.line(variable.at(), 0);
      if (line > 0) {
        parts.add(part(variable.name(), line, values.of(variable.value(), line)));
      }
    }
    parts.addAll(imports.parts());
    parts.addAll(LoadCalls.of(file, values));
    return parts;
  }

  /// A declaration and its value start on one line each.
  private static Part part(String name, int line, Written value) {
    return new Part(Optional.of(name), line, value);
  }

  static <D extends Declaration> List<D> declared(BicepFile file, Class<D> kind) {
    return file.declarations().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Map<String, Variable> inlined(Template template, JsonObject json) {
    Map<String, Variable> inlined = new HashMap<>();
    for (Variable variable : template.variables()) {
      boolean kept =
          json.object("variables").stream()
              .anyMatch(
                  all -> all.member(variable.name()).isPresent() || looped(all, variable.name()));
      if (!kept) {
        inlined.put(variable.name().toLowerCase(Locale.ROOT), variable);
      }
    }
    return inlined;
  }

  private static boolean looped(JsonObject variables, String name) {
    return variables.array("copy").map(JsonArray::items).orElse(List.of()).stream()
        .anyMatch(it ->
            it instanceof JsonObject loop
                && loop.text("name").filter(name::equalsIgnoreCase).isPresent());
  }
}
