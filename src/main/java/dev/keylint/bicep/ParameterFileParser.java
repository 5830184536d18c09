package dev.keylint.bicep;

import dev.keylint.bicep.Declaration.Extends;
import dev.keylint.bicep.Declaration.ExtensionConfigAssignment;
import dev.keylint.bicep.Declaration.ParameterAssignment;
import dev.keylint.bicep.Declaration.Using;
import dev.keylint.bicep.DeclarationParser.Start;
import java.util.Optional;

/// Reads the declarations of a parameter file.
final class ParameterFileParser {
  private static final String WANTED =
      "expected `using`, `extends`, `param`, `var`, `type`, `import` or `extensionConfig` here";

  private final Cursor cursor;
  private final DeclarationParser declarations;
  private final ExpressionParser expressions;

  ParameterFileParser(Cursor cursor, DeclarationParser declarations) {
    this.cursor = cursor;
    this.declarations = declarations;
    this.expressions = declarations.expressions();
  }

  /// A declaration, or what is skipped to the end of the line.
  Declaration declaration() {
    return cursor.recover(() -> declaration(declarations.start()), skip -> skip, false, Stops.LINE);
  }

  private Declaration declaration(Start start) {
    if (!cursor.at(TokenType.IDENTIFIER)) {
      throw cursor.unexpected(WANTED);
    }
    return switch (cursor.text(cursor.token())) {
      case "using" -> using(start);
      case "extends" -> extending(start);
      case "param" -> parameter(start);
      case "var" -> declarations.variable(start);
      case "type" -> declarations.type(start);
      case "import" -> declarations.imports().compileTimeImport(start);
      case "extension" -> declarations.imports().extension(start);
      case "extensionConfig" -> extensionConfig(start);
      default -> throw cursor.unexpected(WANTED);
    };
  }

  private Using using(Start start) {
    cursor.read();
    Expression path = path();
    Optional<UsingWithClause> with = Optional.empty();
    if (cursor.at(TokenType.NEW_LINE) || cursor.atEnd()) {
      start.gaps().add(cursor.nothing());
    } else {
      with =
          declarations
              .imports()
              .with(start.gaps(), Cursor.echoes(path), "expected `with` or a new line here")
              .map(clause -> new UsingWithClause(clause.configuration(), clause.extent()));
    }
    return new Using(start.decorators(), path, with, end(start));
  }

  private Expression path() {
    if (cursor.at(TokenType.IDENTIFIER)) {
      int start = cursor.read().start();
      return new Expression.NoneLiteral(cursor.from(start));
    }
    String message = "expected the path of a template or `none` here";
    return cursor.at(TokenType.STRING_COMPLETE)
        ? cursor.recover(
            () -> expressions.strings().stringOr(message), skip -> skip, false, Stops.LINE)
        : cursor.missing(message);
  }

  private Extends extending(Start start) {
    cursor.read();
    Expression path =
        cursor.recover(
            () -> expressions.strings().stringOr("expected the path of a parameter file here"),
            skip -> skip,
            false,
            Stops.LINE);
    return new Extends(start.decorators(), path, end(start));
  }

  private ParameterAssignment parameter(Start start) {
    cursor.read();
    Identifier name =
        expressions.identifier("expected the name of a parameter here", Stops.NAME_BEFORE_TYPE);
    Expression value = declarations.assigned(start, Cursor.echoes(name));
    return new ParameterAssignment(start.decorators(), name, value, end(start));
  }

  private ExtensionConfigAssignment extensionConfig(Start start) {
    cursor.read();
    Identifier alias =
        expressions.identifier("expected the name of an extension here", Stops.NAME_BEFORE_TYPE);
    Optional<ExtensionWithClause> with =
        declarations.imports().with(start.gaps(), Cursor.echoes(alias), "expected `with` here");
    return new ExtensionConfigAssignment(start.decorators(), alias, with, end(start));
  }

  private Extent end(Start start) {
    return cursor.from(start.at(), start.gaps());
  }
}
