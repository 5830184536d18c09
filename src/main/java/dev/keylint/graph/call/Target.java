package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;
import java.util.Locale;
import java.util.Optional;

/// A service that calls without keys are made to.
///
/// @param key the same text for the same resource, in lower case
/// @param resource its declaration, which may be `existing`; empty when it is only referred to by
///   its id
/// @param relevant whether it is one of ours: open for an account whose kind is not known
public record Target(
    Kind kind, String key, Value id, Value name, Optional<Resource> resource, Answer relevant) {

  /// A target of which it can't be told whether a grant reaches it, and why.
  public record Possible(Target target, Value.Unknown because) {}

  /// What kind of service.
  public enum Kind {
    /// Microsoft.CognitiveServices/accounts of kind OpenAI, AIServices or CognitiveServices.
    ACCOUNT("microsoft.cognitiveservices/accounts/"),
    /// Microsoft.CognitiveServices/accounts/projects.
    PROJECT("microsoft.cognitiveservices/accounts/projects/"),
    /// Microsoft.Search/searchServices.
    SEARCH("microsoft.search/searchservices/");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /// Whether an action such as `Microsoft.Search/searchServices/write` is one on such a service.
    public boolean isMeantBy(String action) {
      return action.toLowerCase(Locale.ROOT).startsWith(prefix);
    }
  }

  /// Whether the estate creates it, so that all that is said about it is in the estate.
  public boolean isDeclared() {
    return resource.filter(it -> !it.existing()).isPresent();
  }
}
