package dev.keylint.bicep;

import dev.keylint.bicep.Declaration.CompileTimeImport;
import dev.keylint.bicep.Declaration.Extension;
import dev.keylint.bicep.DeclarationParser.Start;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads imports and extensions.
final class ImportParser {
  private static final String LIST = "expected `{` or `*` here";
  private static final String CLAUSE = "expected `with`, `as` or a new line here";

  private final Cursor cursor;
  private final ExpressionParser expressions;

  ImportParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  /// An import of names; with a string behind the keyword the old spelling of an extension.
  Declaration importOrExtension(Start start) {
    return cursor.type(1) == TokenType.STRING_COMPLETE
            || cursor.type(1) == TokenType.STRING_LEFT_PIECE
        ? extension(start)
        : compileTimeImport(start);
  }

  CompileTimeImport compileTimeImport(Start start) {
    cursor.read();
    ImportNames names = names();
    Optional<ImportFromClause> from =
        cursor.recover(
            () -> Optional.of(from()), skip -> skip(skip, start.gaps()), false, Stops.LINE);
    return new CompileTimeImport(
        start.decorators(), names, from, cursor.from(start.at(), start.gaps()));
  }

  private static <T> Optional<T> skip(Skipped skipped, Gaps gaps) {
    gaps.add(skipped);
    return Optional.empty();
  }

  private ImportNames names() {
    return switch (cursor.type()) {
      case END_OF_FILE, NEW_LINE, IDENTIFIER -> cursor.missing(LIST);
      case LEFT_BRACE -> cursor.recover(this::symbols, skip -> skip, false, Stops.LINE);
      case ASTERISK -> cursor.recover(this::wildcard, skip -> skip, false, Stops.LINE);
      default -> skipToken(LIST);
    };
  }

  private Skipped skipToken(String message) {
    int from = cursor.position();
    Token token = cursor.read();
    cursor.complain(message, token.start(), token.end());
    return cursor.skipped(from);
  }

  private ImportNames symbols() {
    int start = cursor.read().start();
    var gaps = new Gaps(cursor);
    List<ImportedSymbol> symbols =
        expressions.sequences().members(TokenType.RIGHT_BRACE, this::symbol, gaps);
    cursor.expect(TokenType.RIGHT_BRACE, "expected `}` here");
    return new ImportNames.Symbols(symbols, cursor.from(start, gaps));
  }

  private ImportedSymbol symbol() {
    int start = cursor.start();
    NameOrString original = original();
    boolean renamed = cursor.atKeyword("as");
    Extent place = Extent.of(start, cursor.end());
    if (!renamed && original instanceof Expression.StringSyntax) {
      cursor.complain("a string needs `as` and a name", place.start(), place.end());
      return new Skipped(List.of(original), place);
    }
    Optional<AliasClause> alias =
        renamed
            ? Optional.of(alias("expected the name of a symbol here", Stops.ALIAS))
            : Optional.empty();
    return new ImportedSymbol.Named(original, alias, cursor.from(start));
  }

  private NameOrString original() {
    int start = cursor.start();
    return switch (cursor.type()) {
      case IDENTIFIER -> expressions.identifier();
      case STRING_COMPLETE, STRING_LEFT_PIECE -> constant(start);
      default -> skipToken("expected the name of an exported symbol here");
    };
  }

  private NameOrString constant(int start) {
    Expression string = expressions.strings().string();
    Extent place = Extent.of(start, string.extent().end());
    if (string instanceof Expression.StringSyntax text) {
      if (text.expressions().isEmpty()) {
        return text;
      }
      cursor.complain("this name cannot be interpolated", start, place.end());
    }
    return string instanceof Skipped skipped && skipped.parts().isEmpty()
        ? skipped
        : new Skipped(List.of(string), place);
  }

  private AliasClause alias(String message, Set<TokenType> stops) {
    int start = cursor.read().start();
    Identifier name = expressions.identifier(message, stops);
    return new AliasClause(name, cursor.from(start));
  }

  private ImportNames wildcard() {
    int start = cursor.read().start();
    int as = cursor.start();
    cursor.expectKeyword("as", "expected `as` here");
    if (!cursor.at(TokenType.IDENTIFIER)) {
      throw cursor.unexpected("expected a name here");
    }
    Identifier name = expressions.identifier();
    return new ImportNames.Wildcard(new AliasClause(name, cursor.from(as)), cursor.from(start));
  }

  private ImportFromClause from() {
    int start = cursor.start();
    cursor.expectKeyword("from", "expected `from` here");
    Expression path =
        cursor.recover(
            () -> expressions.strings().stringOr("expected the path of a file here"),
            skip -> skip,
            false,
            Stops.LINE);
    return new ImportFromClause(path, cursor.from(start));
  }

  /// `extension …`, or the old `import '…'`.
  Extension extension(Start start) {
    cursor.read();
    NameOrString specification =
        cursor.at(TokenType.IDENTIFIER)
            ? expressions.identifier()
            : cursor.recover(
                () -> expressions.strings().stringOr("expected the extension here"),
                skip -> skip,
                false,
                Stops.LINE);
    Gaps gaps = start.gaps();
    boolean quiet = Cursor.echoes(specification);
    Optional<ExtensionWithClause> with = Optional.empty();
    if (cursor.at(TokenType.NEW_LINE) || cursor.atEnd() || cursor.atKeyword("as")) {
      gaps.add(cursor.nothing());
      quiet = true;
    } else {
      with = with(gaps, quiet, CLAUSE);
      quiet = with.isEmpty() && Cursor.echoes(gaps.skipped().getLast());
    }
    Optional<AliasClause> alias = extensionAlias(gaps, quiet);
    return new Extension(
        start.decorators(), specification, with, alias, cursor.from(start.at(), gaps));
  }

  private Optional<AliasClause> extensionAlias(Gaps gaps, boolean quiet) {
    if (cursor.at(TokenType.NEW_LINE) || cursor.atEnd()) {
      gaps.add(cursor.nothing());
      return Optional.empty();
    }
    return cursor.recover(
        () -> {
          if (!cursor.atKeyword("as")) {
            throw cursor.unexpected(CLAUSE);
          }
          return Optional.of(alias("expected the name of the extension here", Stops.LINE));
        },
        skip -> skip(skip, gaps),
        quiet,
        Stops.LINE);
  }

  /// `with { … }`; a gap where something else stands.
  Optional<ExtensionWithClause> with(Gaps gaps, boolean quiet, String message) {
    return cursor.recover(
        () -> {
          int start = cursor.start();
          cursor.expectKeyword("with", message);
          Expression configuration =
              cursor.recover(
                  () -> expressions.bodies().object(Literals.ALL), skip -> skip, false, Stops.LINE);
          return Optional.of(new ExtensionWithClause(configuration, cursor.from(start)));
        },
        skip -> skip(skip, gaps),
        quiet,
        Stops.LINE);
  }
}
