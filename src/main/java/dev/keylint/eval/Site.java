package dev.keylint.eval;

/// Where a resource or module is declared, as far as it has to know.
interface Site {
  /// How the template around is deployed.
  Setting setting();

  /// What is declared beside it.
  Declared declared();

  /// What expressions there refer to.
  References references();

  /// Scopes as they are written there.
  DeclaredScopes scopes();

  /// In which order what is declared there is deployed.
  Dependencies dependencies();

  /// Notes what the root deployment writes.
  void wrote(Write write);
}
