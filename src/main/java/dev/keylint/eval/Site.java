package dev.keylint.eval;

import dev.keylint.resource.Resource;

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

  /// Notes that the root deployment writes a resource by this declaration.
  void writes(Resource resource, Caller by);
}
