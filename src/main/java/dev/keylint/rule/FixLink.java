package dev.keylint.rule;

/// What is wanted of a resource.
public enum FixLink {
  /// The resource itself, as a scope.
  SCOPE("scope"),
  /// Its id.
  ID("id"),
  /// The object id of an identity.
  PRINCIPAL_ID("principalId"),
  /// The client id of a user-assigned identity.
  CLIENT_ID("clientId");

  private final String word;

  FixLink(String word) {
    this.word = word;
  }

  /// How a rule writes it.
  public String word() {
    return word;
  }
}
