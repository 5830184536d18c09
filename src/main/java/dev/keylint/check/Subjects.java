package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
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
      case KEY_FLOW -> graph.keyFlows().stream().map(Subject::of);
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
      case GRANT -> AccessGraph.mayGrant(type);
      case CALL -> AccessGraph.mayCall(type);
      case WORKLOAD -> AccessGraph.mayRun(type);
      case IDENTITY -> AccessGraph.mayIdentify(type);
      case SCRIPT -> AccessGraph.mayScript(type);
      case KEY_FLOW -> AccessGraph.mayHoldKeys(type);
      // No resource makes these.
      case OUTPUT, MODULE_CALL -> false;
    };
  }
}
