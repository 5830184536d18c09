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

/// Finds the objects that Logic Apps and Data Factory send to Search.
final class FlowObjects {
  private static final Set<String> FLOWS =
      Set.of(
          "microsoft.logic/workflows",
          "microsoft.datafactory/factories/pipelines",
          "microsoft.synapse/workspaces/pipelines");

  private static final Pattern SERVICE =
      Pattern.compile("(?i)\\.search\\.(windows|azure)\\.|Microsoft\\.Search/searchServices");

  private FlowObjects() {}

  /// Whether resources of a type, in lower case, are flows.
  static boolean reads(String type) {
    return FLOWS.contains(type);
  }

  /// The requests of a flow that go to Search; empty when there are none.
  static Optional<SearchTexts> of(Resource flow) {
    List<SearchPiece> pieces = new ArrayList<>();
    List<PartialText> addresses = new ArrayList<>();
    Bodies.at(flow, "properties").ifPresent(it -> requests(it.value(), pieces, addresses));
    return pieces.isEmpty()
        ? Optional.empty()
        : Optional.of(new SearchTexts(flow, pieces, addresses, List.of(), ScriptVariables.NONE));
  }

  private static void requests(Value value, List<SearchPiece> pieces, List<PartialText> addresses) {
    switch (value) {
      case Value.Obj(var members, _) -> {
        Optional<Property> body = members.property("body");
        Optional<PartialText> url =
            members.property("uri").or(() -> members.property("url")).flatMap(FlowObjects::search);
        if (body.isPresent() && url.isPresent()) {
          addresses.add(url.orElseThrow());
          pieces.add(
              SearchPiece.of(body.orElseThrow(), PartialText.of(body.orElseThrow().value())));
        }
        members.forEach(it -> requests(it.value(), pieces, addresses));
      }
      case Value.Arr(var items, _) -> items.forEach(it -> requests(it, pieces, addresses));
      case Value _ -> {}
    }
  }

  private static Optional<PartialText> search(Property url) {
    return PartialText.of(url.value())
        .filter(it -> SERVICE.matcher(NormalForm.plain(it.value())).find());
  }
}
