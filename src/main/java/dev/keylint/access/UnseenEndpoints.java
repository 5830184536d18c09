package dev.keylint.access;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Script;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a private endpoint may lead to a service that is not among those of the estate.
final class UnseenEndpoints {
  private static final String NETWORKS = "Microsoft.Network/virtualNetworks";
  private static final String ELSEWHERE = "whether a private endpoint is made elsewhere";

  /// What a script says that may change networks, or deploy anything.
  private static final Pattern NETWORKING =
      Pattern.compile(
          "(?i)network|vnet|private|endpoint|deployment|azd |terraform|resource |rest ");

  private final AccessGraph graph;

  UnseenEndpoints(AccessGraph graph) {
    this.graph = graph;
  }

  /// Never yes.
  Answer answer(Resource service) {
    if (graph.estate().live()) {
      return Bodies.at(service, "properties", "privateEndpointConnections")
              .filter(it -> it.value() instanceof Value.Arr)
              .isPresent()
          ? Answer.no()
          : Answer.open(Doubt.withheld("private endpoints", service.declaredAt()));
    }
    Answer all = Answer.no();
    for (Gap gap : graph.estate().gaps()) {
      all = all.or(Answer.open(gap.unknown()));
    }
    for (Script script : graph.scripts()) {
      all = all.or(byScript(script));
    }
    return makesNetworks() ? all : all.or(Answer.open(elsewhere(service)));
  }

  private static Value.Unknown elsewhere(Resource service) {
    return Doubt.notStated(ELSEWHERE, service.declaredAt());
  }

  private static Answer byScript(Script script) {
    boolean may =
        script.commands().stream()
            .anyMatch(
                it -> !(it instanceof Value.Str(var text, _)) || NETWORKING.matcher(text).find());
    Optional<Value.Unknown> unread = script.unread().stream().findFirst();
    return may
        ? Answer.open(Doubt.notStated("whether a script makes a private endpoint", script.at()))
        : unread.map(Answer::open).orElseGet(Answer::no);
  }

  /// Whether the estate declares all of its networks, and these are joined with no others: in one
  /// that it only refers to somebody else may have made an endpoint.
  private boolean makesNetworks() {
    List<Resource> networks = ofType(NETWORKS);
    return !networks.isEmpty()
        && networks.stream()
            .allMatch(it ->
                !it.existing() && Bodies.at(it, "properties", "virtualNetworkPeerings").isEmpty())
        && ofType(NETWORKS + "/virtualNetworkPeerings").isEmpty();
  }

  private List<Resource> ofType(String type) {
    return graph.estate().resources().stream().filter(it -> it.type().is(type)).toList();
  }
}
