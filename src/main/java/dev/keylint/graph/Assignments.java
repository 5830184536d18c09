package dev.keylint.graph;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The resources that give a role: assignments, and requests of Privileged Identity Management that
/// make an active one. What only makes somebody eligible is none.
final class Assignments {
  private static final String ASSIGNMENTS = "Microsoft.Authorization/roleAssignments";
  private static final String REQUESTS = "Microsoft.Authorization/roleAssignmentScheduleRequests";
  private static final String INSTANCES = "Microsoft.Authorization/roleAssignmentScheduleInstances";

  /// The kinds of a request that end an assignment.
  private static final Set<String> ENDING = Set.of("adminremove", "selfdeactivate");

  private Assignments() {}

  /// Whether resources of a type may give a role.
  static boolean areOfType(String type) {
    return ASSIGNMENTS.equalsIgnoreCase(type) || REQUESTS.equalsIgnoreCase(type);
  }

  /// Those of an estate that it deploys, or that Azure has.
  static List<Resource> of(ResourceIndex index) {
    List<Resource> all = new ArrayList<>(index.ofType(ASSIGNMENTS));
    index.ofType(REQUESTS).stream().filter(it -> !ends(it)).forEach(all::add);
    all.addAll(index.ofType(INSTANCES));
    return all.stream().filter(it -> !it.existing()).toList();
  }

  /// Whether a resource is a request for an assignment.
  static boolean isRequest(Resource assignment) {
    return assignment.type().is(REQUESTS);
  }

  private static boolean ends(Resource request) {
    return requestType(request)
        .flatMap(it -> Bodies.text(it.value()))
        .filter(it -> ENDING.contains(it.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  /// Why a request may give nothing: whether it starts or ends an assignment is not known.
  static Optional<Value.Unknown> doubt(Resource assignment) {
    return isRequest(assignment)
        ? requestType(assignment)
            .flatMap(it ->
                it.value() instanceof Value.Unknown unknown
                    ? Optional.of(unknown)
                    : Optional.empty())
        : Optional.empty();
  }

  private static Optional<Property> requestType(Resource request) {
    return Bodies.at(request, "properties", "requestType");
  }
}
