package dev.keylint.bicep;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// Reads Bicep; whatever the characters are, the answer is a file, never an exception.
public final class BicepParser {
  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparingInt(BicepParser::start);

  private BicepParser() {}

  /// Reads a template (`.bicep`).
  public static BicepFile parse(Source source) {
    return parse(source, BicepFile.Kind.TEMPLATE);
  }

  /// Reads a parameter file (`.bicepparam`).
  public static BicepFile parseParameters(Source source) {
    return parse(source, BicepFile.Kind.PARAMETERS);
  }

  private static BicepFile parse(Source source, BicepFile.Kind kind) {
    Lexer.Result lexed = new Lexer(source).read();
    var cursor = new Cursor(source, lexed.tokens());
    var declarations = new DeclarationParser(cursor);
    Supplier<Declaration> rule =
        switch (kind) {
          case TEMPLATE -> declarations::declaration;
          case PARAMETERS -> new ParameterFileParser(cursor, declarations)::declaration;
        };
    var statements = new ArrayList<Declaration>();
    var gaps = new Gaps(cursor);
    while (!cursor.atEnd()) {
      if (cursor.take(TokenType.NEW_LINE)) {
        continue;
      }
      cursor.startDeclaration();
      Declaration statement = rule.get();
      statements.add(statement);
      if (endsWithLine(statement) && !cursor.atEnd() && !cursor.atNextDeclaration()) {
        cursor.lineEndOrSkipLine().ifPresent(gaps::add);
      }
    }
    return new BicepFile(
        source,
        kind,
        statements,
        gaps.skipped(),
        lexed.tokens(),
        lexed.directives(),
        sorted(lexed.diagnostics(), cursor.diagnostics()));
  }

  /// Behind what is skipped, and behind decorators of nothing, no line end is wanted.
  private static boolean endsWithLine(Declaration statement) {
    return !(statement instanceof Skipped) && !(statement instanceof Declaration.Missing);
  }

  private static List<Diagnostic> sorted(List<Diagnostic> lexed, List<Diagnostic> parsed) {
    var all = new ArrayList<Diagnostic>(lexed);
    all.addAll(parsed);
    all.sort(BY_PLACE);
    return all;
  }

  private static int start(Diagnostic diagnostic) {
    return switch (diagnostic.location()) {
      case Location.InFile(_, var span) -> span.start();
      case Location.InAzure _, Location.WholeFile _ -> 0;
    };
  }
}
