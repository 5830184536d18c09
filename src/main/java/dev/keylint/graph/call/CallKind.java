package dev.keylint.graph.call;

/// What shows that there is a call.
public enum CallKind {
  /// A setting or environment variable that holds an endpoint.
  SETTING("setting"),
  /// A policy or backend of API Management.
  POLICY("policy"),
  /// An action, activity or linked service.
  FLOW("flow"),
  /// A connection of an account, a project or a workspace.
  CONNECTION("connection"),
  /// Settings by which an app tells its model to look things up in Search.
  ON_YOUR_DATA("onYourData");

  private final String word;

  CallKind(String word) {
    this.word = word;
  }

  /// How the rule language writes it.
  public String word() {
    return word;
  }
}
