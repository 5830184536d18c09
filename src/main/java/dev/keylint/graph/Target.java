package dev.keylint.graph;

import dev.keylint.resource.Resource;
import dev.keylint.value.Value;
import java.util.Optional;

/// A service that calls without keys are made to.
///
/// @param key the id in normal form, lower case: the same for the same resource
/// @param resource its declaration; empty when it is only referred to by its id
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
}
