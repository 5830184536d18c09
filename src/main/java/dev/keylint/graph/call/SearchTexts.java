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
import java.util.Set;
import java.util.regex.Pattern;

/// The places of a resource where objects of Search may be written, and the objects that are there:
/// the text of a deployment script, its arguments and variables; the requests of a flow.
///
/// @param pieces the properties, and the objects in each
/// @param addresses the texts that may say which Search service is meant
/// @param variables what names in the texts stand for
record SearchTexts(
    Resource resource,
    List<Piece> pieces,
    List<PartialText> addresses,
    List<Setting> environment,
    ScriptVariables variables) {
  static final String SCRIPTS = "microsoft.resources/deploymentscripts";
  private static final Set<String> FLOWS =
      Set.of(
          "microsoft.logic/workflows",
          "microsoft.datafactory/factories/pipelines",
          "microsoft.synapse/workspaces/pipelines");

  /// What a text that is about objects of Search speaks of.
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)skillset|indexer|data-?source|vectorizer|knowledge-?(agent|base|source)"
              + "|\\.search\\.(windows\\.net|azure\\.(us|cn))|Microsoft\\.(Azure\\.)?Search\\b"
              + "|Microsoft\\.Skills\\.|azure[.-]search|AzureOpenAIParameters");

  private static final Pattern SERVICE =
      Pattern.compile("(?i)\\.search\\.(windows|azure)\\.|Microsoft\\.Search/searchServices");

  SearchTexts {
    pieces = List.copyOf(pieces);
    addresses = List.copyOf(addresses);
    environment = List.copyOf(environment);
  }

  /// A property in which objects are written.
  record Piece(Property property, List<Value> objects) {
    Piece {
      objects = List.copyOf(objects);
    }
  }

  /// What the objects call, each once for one property.
  List<SearchModel> models() {
    return pieces.stream()
        .flatMap(piece -> piece.objects().stream())
        .flatMap(it -> SearchModel.in(it, variables).stream())
        .toList();
  }

  /// Whether objects are looked for in resources of a type, in lower case.
  static boolean reads(String type) {
    return type.equals(SCRIPTS) || FLOWS.contains(type);
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
    return FLOWS.contains(type) ? flow(resource) : Optional.empty();
  }

  private static Optional<SearchTexts> script(Resource script) {
    Optional<Property> content = Bodies.at(script, "properties", "scriptContent");
    Optional<Property> arguments = Bodies.at(script, "properties", "arguments");
    List<Setting> environment =
        Bodies.at(script, "properties", "environmentVariables")
            .map(it -> SettingsReader.listOrObject(it.value()))
            .orElse(List.of());
    List<Property> all = new ArrayList<>();
    content.ifPresent(all::add);
    arguments.ifPresent(all::add);
    environment.forEach(it -> all.add(it.evidence()));
    if (all.stream().noneMatch(it -> isAbout(it.value()))) {
      return Optional.empty();
    }
    ScriptVariables variables =
        new ScriptVariables(
            environment,
            arguments.flatMap(it -> PartialText.of(it.value())),
            content.flatMap(it -> PartialText.of(it.value())));
    List<Piece> pieces = new ArrayList<>();
    List<PartialText> addresses = new ArrayList<>();
    for (Property each : all) {
      List<Value> objects = new ArrayList<>(List.of(each.value()));
      PartialText.of(each.value())
          .map(variables::resolve)
          .ifPresent(it -> {
            addresses.add(it);
            objects.addAll(ScriptObjects.in(it, each));
          });
      pieces.add(new Piece(each, objects));
    }
    return Optional.of(new SearchTexts(script, pieces, addresses, environment, variables));
  }

  /// Requests that go to Search, with what they send.
  private static Optional<SearchTexts> flow(Resource flow) {
    List<Piece> pieces = new ArrayList<>();
    List<PartialText> addresses = new ArrayList<>();
    Bodies.at(flow, "properties").ifPresent(it -> requests(it.value(), pieces, addresses));
    ScriptVariables none = new ScriptVariables(List.of(), Optional.empty(), Optional.empty());
    return pieces.isEmpty()
        ? Optional.empty()
        : Optional.of(new SearchTexts(flow, pieces, addresses, List.of(), none));
  }

  private static void requests(Value value, List<Piece> pieces, List<PartialText> addresses) {
    switch (value) {
      case Value.Obj(var members, _) -> {
        Optional<Property> body = members.property("body");
        Optional<PartialText> url =
            members
                .property("uri")
                .or(() -> members.property("url"))
                .flatMap(it -> PartialText.of(it.value()))
                .filter(it -> isSearch(it.value()));
        if (body.isPresent() && url.isPresent()) {
          addresses.add(url.orElseThrow());
          pieces.add(piece(body.orElseThrow()));
        }
        members.forEach(it -> requests(it.value(), pieces, addresses));
      }
      case Value.Arr(var items, _) -> items.forEach(it -> requests(it, pieces, addresses));
      case Value.Null _,
          Value.Bool _,
          Value.Int _,
          Value.Decimal _,
          Value.Str _,
          Value.Unknown _ -> {}
    }
  }

  private static Piece piece(Property body) {
    List<Value> objects = new ArrayList<>(List.of(body.value()));
    PartialText.of(body.value()).ifPresent(it -> objects.addAll(ScriptObjects.in(it, body)));
    return new Piece(body, objects);
  }

  private static boolean isSearch(Value url) {
    return SERVICE.matcher(NormalForm.plain(url)).find();
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
