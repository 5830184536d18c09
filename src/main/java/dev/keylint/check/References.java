package dev.keylint.check;

import dev.keylint.finding.Change;
import dev.keylint.graph.Identity;
import dev.keylint.graph.call.Target;
import dev.keylint.resource.Resource;
import dev.keylint.rule.FixLink;
import java.util.Optional;

/// Finds where the services and identities are declared that a fix refers to.
final class References {
  private References() {}

  /// What is wanted of a service or identity; empty when no declaration at hand has it.
  static Optional<Change.Reference> of(Result result, FixLink link) {
    if (!(result instanceof Result.Known(ShapedStruct<?> struct, _))) {
      return Optional.empty();
    }
    return switch (struct.subject()) {
      case Target target -> target.resource().flatMap(it -> of(it, link));
      case InGraph<?>(var graph, Identity identity) ->
          graph.resource(identity).flatMap(it -> of(it, identity, link));
      case Object _ -> Optional.empty();
    };
  }

  private static Optional<Change.Reference> of(Resource resource, FixLink link) {
    return switch (link) {
      case SCOPE -> Optional.of(new Change.Reference(resource.declaredAt(), ""));
      case ID -> Optional.of(new Change.Reference(resource.declaredAt(), "id"));
      case PRINCIPAL_ID, CLIENT_ID -> Optional.empty();
    };
  }

  private static Optional<Change.Reference> of(Resource resource, Identity identity, FixLink link) {
    boolean ofItsOwn = identity instanceof Identity.UserAssigned;
    return switch (link) {
      case SCOPE, ID -> of(resource, link);
      case PRINCIPAL_ID -> {
        String path = ofItsOwn ? "properties.principalId" : "identity.principalId";
        yield Optional.of(new Change.Reference(resource.declaredAt(), path));
      }
      case CLIENT_ID ->
          ofItsOwn
              ? Optional.of(new Change.Reference(resource.declaredAt(), "properties.clientId"))
              : Optional.empty();
    };
  }
}
