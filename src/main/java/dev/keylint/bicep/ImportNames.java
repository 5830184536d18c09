package dev.keylint.bicep;

import java.util.List;

/// What an import brings in.
public sealed interface ImportNames extends Syntax
    permits ImportNames.Symbols, ImportNames.Wildcard, Skipped {

  /// `{ a, b as c }`.
  record Symbols(List<ImportedSymbol> symbols, Extent extent) implements ImportNames {
    public Symbols {
      symbols = List.copyOf(symbols);
    }
  }

  /// `* as name`.
  record Wildcard(AliasClause alias, Extent extent) implements ImportNames {}
}
