package dev.keylint.rule;

import dev.keylint.text.Keyword;

/// What is wanted of a resource.
public enum FixLink implements Keyword {
  /// The resource itself, as a scope.
  SCOPE,
  /// Its id.
  ID,
  /// The object id of an identity.
  PRINCIPAL_ID,
  /// The client id of a user-assigned identity.
  CLIENT_ID;
}
