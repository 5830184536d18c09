package dev.keylint.graph;

import dev.keylint.resource.Resource;
import dev.keylint.value.Value;
import java.util.Optional;

/// A service that calls without keys are made to.
///
/// @param key the same text for the same resource, in lower case
/// @param resource its declaration, which may be `existing`; empty when it is only referred to by
///   its id
/// @param relevant whether it is one of ours: open for an account whose kind is not known
public record Target(
    Kind kind, String key, Value id, Value name, Optional<Resource> resource, Answer relevant) {

  /// What kind of service.
  public enum Kind {
    /// Microsoft.CognitiveServices/accounts of kind OpenAI, AIServices or CognitiveServices.
    ACCOUNT,
    /// Microsoft.CognitiveServices/accounts/projects.
    PROJECT,
    /// Microsoft.Search/searchServices.
    SEARCH
  }

  /// Whether the estate creates it, so that all that is said about it is in the estate.
  public boolean isDeclared() {
    return resource.filter(it -> !it.existing()).isPresent();
  }
}
