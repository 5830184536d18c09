package dev.keylint.bicep;

import java.util.Optional;

/// One name of an import's list.
public sealed interface ImportedSymbol extends Syntax permits ImportedSymbol.Named, Skipped {

  /// `name`, `name as alias` or `'name' as alias`.
  record Named(NameOrString original, Optional<AliasClause> alias, Extent extent)
      implements ImportedSymbol {}
}
