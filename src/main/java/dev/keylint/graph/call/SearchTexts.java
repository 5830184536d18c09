package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.value.NormalForm;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The places of a resource where objects of Search may be written, and the objects that are there:
/// the text of a deployment script, its arguments and variables; the requests of a flow.
///
/// @param pieces the properties, and the objects in each
/// @param addresses the texts that may say which Search service is meant
/// @param variables what names in the texts stand for
record SearchTexts(
    Resource resource,
    List<SearchPiece> pieces,
    List<PartialText> addresses,
    List<Setting> environment,
    ScriptVariables variables) {
  static final String SCRIPTS = "microsoft.resources/deploymentscripts";

  /// What a text that is about objects of Search speaks of.
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)skillset|indexer|data-?source|vectorizer|knowledge-?(agent|base|source)"
              + "|\\.search\\.(windows\\.net|azure\\.(us|cn))|Microsoft\\.(Azure\\.)?Search\\b"
              + "|Microsoft\\.Skills\\.|azure[.-]search|AzureOpenAIParameters");

  SearchTexts {
    pieces = List.copyOf(pieces);
    addresses = List.copyOf(addresses);
    environment = List.copyOf(environment);
  }

  /// What the objects call, each once for one property.
  List<SearchModel> models() {
    return pieces.stream()
        .flatMap(piece -> piece.objects().stream())
        .flatMap(it -> SearchModel.in(it, variables).stream())
        .toList();
  }

  /// The pieces that may make more than was found in them.
  List<SearchPiece> unread() {
    return pieces.stream().filter(it -> it.unread().isPresent()).toList();
  }

  /// Whether objects are looked for in resources of a type, in lower case.
  static boolean reads(String type) {
    return type.equals(SCRIPTS) || FlowObjects.reads(type);
  }

  /// Those of a resource; empty when nothing that is known of it speaks of Search.
  static Optional<SearchTexts> of(Resource resource) {
    if (resource.existing()) {
      return Optional.empty();
    }
    String type = resource.type().key();
    if (type.equals(SCRIPTS)) {
      return script(resource);
    }
    return FlowObjects.reads(type) ? FlowObjects.of(resource) : Optional.empty();
  }

  private static Optional<SearchTexts> script(Resource script) {
    Optional<Property> content = Bodies.at(script, "properties", "scriptContent");
    Optional<Property> arguments = Bodies.at(script, "properties", "arguments");
    List<Setting> environment =
        Bodies.at(script, "properties", "environmentVariables")
            .map(it -> WrittenSettings.of(it.value()))
            .orElse(List.of());
    List<Property> all = new ArrayList<>();
    content.ifPresent(all::add);
    arguments.ifPresent(all::add);
    environment.forEach(it -> all.add(it.evidence()));
    if (all.stream().noneMatch(it -> isAbout(it.value()))) {
      return Optional.empty();
    }
    ScriptVariables variables =
        ScriptVariables.of(
            environment,
            arguments.flatMap(it -> PartialText.of(it.value())),
            content.flatMap(it -> PartialText.of(it.value())));
    List<SearchPiece> pieces = new ArrayList<>();
    List<PartialText> addresses = new ArrayList<>();
    for (Property each : all) {
      Optional<PartialText> text = PartialText.of(each.value()).map(variables::resolve);
      text.ifPresent(addresses::add);
      pieces.add(SearchPiece.of(each, text));
    }
    Optional<Property> filled = content.filter(_ -> !variables.isComplete());
    filled.ifPresent(it -> pieces.add(SearchPiece.unread(it)));
    return Optional.of(new SearchTexts(script, pieces, addresses, environment, variables));
  }

  private static boolean isAbout(Value value) {
    return switch (value) {
      case Value.Str(var text, _) -> ABOUT.matcher(text).find();
      case Value.Unknown unknown -> ABOUT.matcher(NormalForm.print(unknown)).find();
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Arr _, Value.Obj _ ->
          false;
    };
  }
}
