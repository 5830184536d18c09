package dev.keylint.plan;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.TypeExpression;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.arm.ArmLowering;
import dev.keylint.lower.arm.ArmParameterFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Silence;
import java.util.List;
import java.util.Set;

/// What a plan has to know of a file: little enough to be kept of every file of a scan.
///
/// @param isEmpty whether it holds nothing but white space
/// @param deploys whether it declares resources, modules or outputs
/// @param isCompiled whether it says that the Bicep compiler wrote it
/// @param needsValues whether it declares a parameter that must be given a value
/// @param mentions of a compiled template, the resource providers that it speaks of
/// @param silences what directives in it accept
/// @param notes of JSON that is neither a template nor a parameter file, what is wrong with it; of
///   Bicep, which comments in it do nothing
record FileFacts(
    Kind kind,
    boolean isEmpty,
    boolean deploys,
    boolean isCompiled,
    boolean needsValues,
    Set<String> mentions,
    List<Uses.Use> uses,
    List<Silence> silences,
    List<Diagnostic> notes) {
  FileFacts {
    mentions = Set.copyOf(mentions);
    uses = List.copyOf(uses);
    silences = List.copyOf(silences);
    notes = List.copyOf(notes);
  }

  /// What a file is.
  enum Kind {
    BICEP_TEMPLATE,
    BICEP_PARAMETERS,
    ARM_TEMPLATE,
    ARM_PARAMETERS,
    /// JSON that mentions a schema but is neither, perhaps because it is broken.
    OTHER_JSON,
    BROKEN_JSON,
    /// JSON that may be an object of Azure AI Search.
    SEARCH_OBJECT,
    OTHER;

    boolean isTemplate() {
      return this == BICEP_TEMPLATE || this == ARM_TEMPLATE;
    }
  }

  static FileFacts of(ParsedFile parsed) {
    List<Uses.Use> uses = Uses.of(parsed);
    return switch (parsed) {
      case ParsedFile.Bicep(var file, var text, _) -> {
        boolean isTemplate = file.kind() == BicepFile.Kind.TEMPLATE;
        yield new FileFacts(
            isTemplate ? Kind.BICEP_TEMPLATE : Kind.BICEP_PARAMETERS,
            text.isBlank(),
            file.declarations().stream().anyMatch(FileFacts::deploys),
            false,
            file.declarations().stream().anyMatch(FileFacts::needsValue),
            Set.of(),
            uses,
            Silences.of(file),
            StrayDirectives.in(file.source(), text));
      }
      case ParsedFile.Json json ->
          json.root().map(root -> of(root, json, uses)).orElseGet(() -> broken(json, uses));
      case ParsedFile.Other(boolean isBlank, boolean speaksOfSearch, var notes) ->
          noTemplate(speaksOfSearch ? Kind.SEARCH_OBJECT : Kind.OTHER, isBlank, uses, notes);
    };
  }

  /// A broken parameter file is still one: what it gives is then unknown, and not the defaults.
  private static FileFacts broken(ParsedFile.Json json, List<Uses.Use> uses) {
    Kind kind = json.isForParameters() ? Kind.ARM_PARAMETERS : Kind.BROKEN_JSON;
    List<Diagnostic> notes = json.isForParameters() ? List.of() : json.notes();
    return noTemplate(kind, false, uses, notes);
  }

  private static FileFacts noTemplate(
      Kind kind, boolean isEmpty, List<Uses.Use> uses, List<Diagnostic> notes) {
    return new FileFacts(kind, isEmpty, false, false, false, Set.of(), uses, List.of(), notes);
  }

  private static FileFacts of(JsonObject root, ParsedFile.Json json, List<Uses.Use> uses) {
    if (ArmLowering.isTemplate(root)) {
      boolean deploys = isFilled(root, "resources") || isFilled(root, "outputs");
      boolean isCompiled = isCompiled(root);
      return new FileFacts(
          Kind.ARM_TEMPLATE,
          false,
          deploys,
          isCompiled,
          needsValues(root),
          isCompiled ? Mentions.in(root) : Set.of(),
          uses,
          List.of(),
          List.of());
    }
    boolean isParameters = ArmParameterFile.isParameterFile(json.source().path(), root);
    return noTemplate(
        isParameters ? Kind.ARM_PARAMETERS : Kind.OTHER_JSON,
        false,
        uses,
        isParameters ? List.of() : json.notes());
  }

  private static boolean needsValue(Declaration declaration) {
    return declaration instanceof Declaration.Parameter parameter
        && parameter.defaultValue().isEmpty()
        && !(parameter.type() instanceof TypeExpression.NullableType);
  }

  private static boolean needsValues(JsonObject root) {
    return root.object("parameters").map(JsonObject::members).orElse(List.of()).stream()
        .map(JsonMember::value)
        .anyMatch(declared ->
            declared instanceof JsonObject object
                && object.value("defaultValue").isEmpty()
                && object
                    .value("nullable")
                    .filter(it -> it instanceof JsonBoolean(boolean is, _) && is)
                    .isEmpty());
  }

  private static boolean deploys(Declaration declaration) {
    return declaration instanceof Declaration.Resource
        || declaration instanceof Declaration.Module
        || declaration instanceof Declaration.Output;
  }

  private static boolean isFilled(JsonObject root, String section) {
    return root.value(section).filter(FileFacts::isFilled).isPresent();
  }

  private static boolean isFilled(JsonValue value) {
    return (value instanceof JsonObject object && !object.members().isEmpty())
        || (value instanceof JsonArray array && !array.items().isEmpty());
  }

  private static boolean isCompiled(JsonObject root) {
    return root.object("metadata")
        .flatMap(metadata -> metadata.object("_generator"))
        .flatMap(generator -> generator.text("name"))
        .filter("bicep"::equals)
        .isPresent();
  }
}
