package dev.keylint.graph.call;

import java.util.Locale;

/// What kind of service.
public enum TargetKind {
  /// Microsoft.CognitiveServices/accounts of kind OpenAI, AIServices or CognitiveServices.
  ACCOUNT("account", "microsoft.cognitiveservices/accounts/"),
  /// Microsoft.CognitiveServices/accounts/projects.
  PROJECT("project", "microsoft.cognitiveservices/accounts/projects/"),
  /// Microsoft.Search/searchServices.
  SEARCH("search", "microsoft.search/searchservices/");

  private final String word;
  private final String prefix;

  TargetKind(String word, String prefix) {
    this.word = word;
    this.prefix = prefix;
  }

  /// How the rule language writes it.
  public String word() {
    return word;
  }

  /// Whether an action such as `Microsoft.Search/searchServices/write` is one on such a service.
  public boolean isMeantBy(String action) {
    return action.toLowerCase(Locale.ROOT).startsWith(prefix);
  }
}
