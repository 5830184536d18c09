package dev.keylint.graph.call;

import dev.keylint.text.Keyword;
import java.util.Locale;

/// What kind of service.
public enum TargetKind implements Keyword {
  /// Microsoft.CognitiveServices/accounts of kind OpenAI, AIServices or CognitiveServices.
  ACCOUNT("microsoft.cognitiveservices/accounts/"),
  /// Microsoft.CognitiveServices/accounts/projects.
  PROJECT("microsoft.cognitiveservices/accounts/projects/"),
  /// Microsoft.Search/searchServices.
  SEARCH("microsoft.search/searchservices/");

  private final String prefix;

  TargetKind(String prefix) {
    this.prefix = prefix;
  }

  /// Whether an action such as `Microsoft.Search/searchServices/write` is one on such a service.
  public boolean isMeantBy(String action) {
    return action.toLowerCase(Locale.ROOT).startsWith(prefix);
  }
}
