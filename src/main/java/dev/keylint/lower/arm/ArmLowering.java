package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.TypeSecrecy;
import dev.keylint.lower.arm.ArmValues.Strings;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Output;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Brings an ARM template into the one template form.
///
/// The diagnostics of nested templates are in the list of the template of the file.
public final class ArmLowering {
  private final JsonObject json;
  private final ArmScope scope;

  private ArmLowering(JsonObject json, ArmScope scope) {
    this.json = json;
    this.scope = scope;
  }

  /// Whether an object says by its `$schema` that it is a deployment template.
  public static boolean isTemplate(JsonObject root) {
    return ArmSchema.isTemplate(root);
  }

  /// The template that a file holds.
  public static Template lower(Source source, JsonObject root, LinkedTemplates links) {
    ArmProblems problems = new ArmProblems(source);
    ArmValues values = new ArmValues(Strings.TEMPLATE, true, problems);
    ArmScope scope = ArmScope.of(root, values, links);
    Template template = new ArmLowering(root, scope).template(false);
    return template.withDiagnostics(problems.found());
  }

  /// A template that stands as data in a resource.
  static Template embedded(JsonObject root, ArmProblems problems) {
    ArmValues values = new ArmValues(Strings.EMBEDDED, true, problems);
    return new ArmLowering(root, ArmScope.of(root, values, LinkedTemplates.NONE)).template(false);
  }

  /// A template that is written out in a file of another language.
  ///
  /// @param holes the expressions of that language in it
  static Template inline(
      JsonObject root,
      boolean outer,
      List<Expr> holes,
      LinkedTemplates links,
      ArmProblems problems) {
    ArmValues values = new ArmValues(Strings.TEMPLATE, true, problems, holes);
    ArmScope scope =
        outer ? ArmScope.inline(root, values, links) : ArmScope.of(root, values, links);
    return new ArmLowering(root, scope).template(outer);
  }

  /// A nested template that has its own parameters and variables.
  static Template inner(JsonObject nested, ArmScope around) {
    return new ArmLowering(nested, around.inside(nested)).template(false);
  }

  /// A nested template whose expressions see the parameters and variables around it; its own are
  /// out of reach and therefore left out.
  static Template outer(JsonObject nested, ArmScope around) {
    return new ArmLowering(nested, around.outer(nested)).template(true);
  }

  /// A template that stands in a variable with its brackets escaped.
  static Template escaped(JsonObject nested, ArmScope around) {
    return new ArmLowering(nested, around.escaped(nested)).template(false);
  }

  private Template template(boolean outer) {
    Optional<JsonValue> resources = json.value("resources");
    Set<String> similar = scope.problems().reportSimilarKeys(Kind.UNSUPPORTED, json.members());
    return new Template(
        scope.problems().source(),
        scope.target(),
        resources.filter(JsonObject.class::isInstance).isPresent(),
        outer ? List.of() : parameters(),
        outer ? List.of() : variables(),
        outer ? List.of() : functions(),
        similar.contains("resources") ? resourcesOfAll() : resources(resources),
        outputs(),
        List.of(),
        scope.values().at(json.span()));
  }

  private List<Declaration> resources(Optional<JsonValue> list) {
    return list.map(all -> ArmResources.lower(all, "#", scope)).orElse(List.of());
  }

  /// Which of several lists Azure takes is not known, so the resources of each may be there.
  private List<Declaration> resourcesOfAll() {
    List<Declaration> all = new ArrayList<>();
    for (JsonMember member : json.members()) {
      if (member.key().equalsIgnoreCase("resources")) {
        Expr taken =
            new Expr.Unsupported(
                "the choice between several `" + member.key() + "`",
                scope.values().at(member.keySpan()));
        ArmResources.lower(member.value(), member.key() + "#", scope)
            .forEach(declared -> all.add(declared.when(taken)));
      }
    }
    return all;
  }

  /// The members of a block; a block that is no object is reported.
  private List<JsonMember> members(String block) {
    Optional<JsonValue> written = json.value(block);
    if (written.isPresent() && !(written.orElseThrow() instanceof JsonObject)) {
      scope
          .problems()
          .unsupported("computed " + block, scope.values().at(written.orElseThrow().span()));
    }
    return json.object(block).map(JsonObject::members).orElse(List.of());
  }

  /// The names in a block that are there in several spellings, in lower case.
  private Set<String> similar(String block) {
    List<JsonMember> members = json.object(block).map(JsonObject::members).orElse(List.of());
    return scope.problems().reportSimilarKeys(Kind.UNSUPPORTED, members);
  }

  /// A value that is not known where a name is there in several spellings.
  private Expr unlessSimilar(Set<String> similar, JsonMember member, Supplier<Expr> value) {
    return similar.contains(member.key().toLowerCase(Locale.ROOT))
        ? new Expr.Unsupported(
            "the choice between several `" + member.key() + "`",
            scope.values().at(member.keySpan()))
        : value.get();
  }

  private List<Parameter> parameters() {
    Set<String> similar = similar("parameters");
    return members("parameters").stream().map(member -> parameter(member, similar)).toList();
  }

  private Parameter parameter(JsonMember member, Set<String> similar) {
    JsonObject written = object(member);
    ArmTypes type = ArmTypes.of(written, scope.declared().definitions());
    ArmValues values = scope.values().withoutLoops();
    return new Parameter(
        member.key(),
        type.type(),
        written
            .value("defaultValue")
            .map(given -> unlessSimilar(similar, member, () -> values.value(given))),
        type.nullable(),
        type.secure(),
        type.allowed().map(JsonArray::items).orElse(List.of()).stream().map(values::value).toList(),
        new TypeSecrecy(ArmTypeNode.of(written, scope.declared(), scope.problems().source())),
        scope.values().at(member.span()));
  }

  private List<Variable> variables() {
    List<Variable> result = new ArrayList<>();
    Set<String> similar = similar("variables");
    for (JsonMember member : members("variables")) {
      if (ArmValues.isPropertyLoops(member)) {
        for (JsonValue item : ((JsonArray) member.value()).items()) {
          JsonObject loop = (JsonObject) item;
          String name = loop.text("name").orElse("");
          Expr value = scope.values().loopValue(name, loop);
          result.add(new Variable(name, value, value.at()));
        }
      } else {
        Expr value = unlessSimilar(similar, member, () -> scope.values().value(member.value()));
        result.add(new Variable(member.key(), value, scope.values().at(member.span())));
      }
    }
    return result;
  }

  private List<UserFunction> functions() {
    List<UserFunction> result = new ArrayList<>();
    for (JsonValue item : json.array("functions").map(JsonArray::items).orElse(List.of())) {
      if (item instanceof JsonObject group) {
        String namespace = group.text("namespace").orElse("");
        List<JsonMember> members =
            group.object("members").map(JsonObject::members).orElse(List.of());
        members.forEach(member -> result.add(function(namespace, member)));
      }
    }
    return result;
  }

  private UserFunction function(String namespace, JsonMember member) {
    JsonObject written = object(member);
    List<String> parameters =
        written.array("parameters").map(JsonArray::items).orElse(List.of()).stream()
            .map(parameter -> parameter instanceof JsonObject named ? named : written)
            .map(parameter -> parameter.text("name").orElse(""))
            .toList();
    Expr body =
        written
            .object("output")
            .flatMap(output -> output.value("value"))
            .map(scope.values()::value)
            .orElseGet(() -> nothing("a function without an output", member));
    return new UserFunction(
        namespace, member.key(), parameters, body, scope.values().at(member.span()));
  }

  private List<Output> outputs() {
    Set<String> similar = similar("outputs");
    return members("outputs").stream().map(member -> output(member, similar)).toList();
  }

  private Output output(JsonMember member, Set<String> similar) {
    JsonObject written = object(member);
    Expr value =
        written
            .object("copy")
            .<Expr>map(loop -> scope.values().loopValue(member.key(), loop))
            .or(() -> written.value("value").map(scope.values()::value))
            .orElseGet(() -> nothing("an output without a value", member));
    ArmTypes types = ArmTypes.of(written, scope.declared().definitions());
    return new Output(
        member.key(),
        types.type(),
        types.nullable(),
        unlessSimilar(similar, member, () -> value),
        written.value("condition").map(scope.values()::value),
        types.secure(),
        scope.values().at(member.span()));
  }

  private Expr nothing(String construct, JsonMember member) {
    return scope.problems().unsupported(construct, scope.values().at(member.span()));
  }

  private JsonObject object(JsonMember member) {
    if (member.value() instanceof JsonObject object) {
      return object;
    }
    scope
        .problems()
        .add(
            Kind.SEMANTIC,
            "`" + member.key() + "` is declared by an object",
            scope.values().at(member.span()));
    return new JsonObject(List.of(), member.value().span());
  }
}
