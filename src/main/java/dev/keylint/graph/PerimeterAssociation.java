package dev.keylint.graph;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A service that is put behind a network security perimeter.
///
/// @param by the property that says so
/// @param enforced whether the perimeter decides who comes in, whatever the service says itself: in
///   its other modes it only watches
record PerimeterAssociation(Property by, ResourceId service, Answer enforced) {
  private static final String TYPE =
      "Microsoft.Network/networkSecurityPerimeters/resourceAssociations";

  static List<PerimeterAssociation> of(ResourceIndex index) {
    return index.ofType(TYPE).stream().flatMap(PerimeterAssociation::of).toList();
  }

  private static Stream<PerimeterAssociation> of(Resource association) {
    Optional<Property> by = Bodies.at(association, "properties", "privateLinkResource");
    return by
        .flatMap(it -> Bodies.at(it.value(), "id"))
        .map(id ->
            new PerimeterAssociation(
                by.orElseThrow(), ResourceId.of(id.value()), enforced(association)))
        .stream();
  }

  /// Whether the service's network is the perimeter's.
  Answer decidesFor(ResourceId id) {
    return service.holds(id).and(enforced);
  }

  /// What may be behind a perimeter is open; nobody reads what that lets in.
  Firewall firewall() {
    Answer unread =
        Answer.open(Doubt.notStated("what the network security perimeter lets in", by.at()));
    return new Firewall(by, true, unread, unread);
  }

  private static boolean isEnforced(Value mode) {
    return Bodies.text(mode).filter("Enforced"::equalsIgnoreCase).isPresent();
  }

  private static Answer enforced(Resource association) {
    Answer mode =
        Bodies.at(association, "properties", "accessMode")
            .map(it -> Answer.of(it.value(), PerimeterAssociation::isEnforced))
            .orElseGet(Answer::no);
    return association.condition().map(it -> mode.and(Answer.open(Doubt.because(it)))).orElse(mode);
  }
}
