package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.GraphSources;
import dev.keylint.resource.Estate;
import dev.keylint.rule.Match;
import java.util.Optional;
import java.util.stream.Stream;

/// What there is in an estate to ask rules about, besides its resources.
final class Subjects {
  private Subjects() {}

  /// Those of a kind.
  static Stream<Subject> of(Match.Kind kind, AccessGraph graph) {
    Estate estate = graph.estate();
    return switch (kind) {
      case GRANT -> graph.grants().stream().map(it -> Subject.of(graph, it));
      case CALL ->
          Stream.concat(graph.calls().stream(), graph.otherRequests().stream())
              .map(it -> Subject.of(graph, it));
      case KEY_FLOW -> graph.keyFlows().stream().map(it -> Subject.of(graph, it));
      case WORKLOAD ->
          graph.workloads().stream()
              .filter(it -> !it.resource().existing())
              .map(it -> Subject.of(graph, it));
      case IDENTITY ->
          graph.identities().stream().map(it -> Subject.of(graph, it)).flatMap(Optional::stream);
      case OUTPUT -> estate.outputs().stream().map(Subject::of);
      case MODULE_CALL -> estate.modules().stream().map(Subject::of);
      case SCRIPT -> graph.scripts().stream().filter(it -> !it.elsewhere()).map(Subject::of);
    };
  }

  /// Whether a resource of a type may be such a subject, or make one.
  static boolean mayBe(Match.Kind kind, String type) {
    return switch (kind) {
      case GRANT -> GraphSources.mayGrant(type);
      case CALL -> GraphSources.mayCall(type);
      case WORKLOAD -> GraphSources.mayRun(type);
      case IDENTITY -> GraphSources.mayIdentify(type);
      case SCRIPT -> GraphSources.mayScript(type);
      case KEY_FLOW -> GraphSources.mayHoldKeys(type);
      // No resource makes these.
      case OUTPUT, MODULE_CALL -> false;
    };
  }
}
