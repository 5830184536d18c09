package dev.keylint.bicep;

import dev.keylint.bicep.Expression.ArrayAccess;
import dev.keylint.bicep.Expression.InstanceFunctionCall;
import dev.keylint.bicep.Expression.NonNullAssertion;
import dev.keylint.bicep.Expression.PropertyAccess;
import dev.keylint.bicep.Expression.ResourceAccess;
import java.util.List;

/// Reads what is applied to an expression from behind: `.name`, `[index]`, `.call()`, `::name`,
/// `!`.
final class MemberParser {
  private static final String NAME = "expected the name of a function or property here";
  private final Cursor cursor;
  private final ExpressionParser expressions;

  MemberParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  Expression member(Literals literals) {
    int from = cursor.position();
    Expression current = expressions.primary(literals);
    for (int links = 1; ; links++) {
      switch (cursor.type()) {
        case LEFT_SQUARE, DOT, DOUBLE_COLON, EXCLAMATION -> {
          if (!cursor.fits(links)) {
            return cursor.skipNested(from);
          }
          current = access(current, literals);
        }
        default -> {
          return current;
        }
      }
    }
  }

  private Expression access(Expression base, Literals literals) {
    int start = base.extent().start();
    TokenType type = cursor.read().type();
    if (type == TokenType.LEFT_SQUARE) {
      return index(base, literals);
    }
    if (type == TokenType.DOT) {
      return dot(base, literals);
    }
    if (type == TokenType.DOUBLE_COLON) {
      Identifier name = expressions.identifierOrMissing(NAME);
      return new ResourceAccess(base, name, cursor.from(start));
    }
    return new NonNullAssertion(base, cursor.from(start));
  }

  private Expression index(Expression base, Literals literals) {
    boolean safe = cursor.take(TokenType.QUESTION);
    boolean fromEnd = cursor.take(TokenType.HAT);
    Expression index =
        cursor.at(TokenType.RIGHT_SQUARE)
            ? cursor.missing("expected an index here")
            : expressions.expression(literals);
    cursor.expect(TokenType.RIGHT_SQUARE, "expected `]` here");
    return new ArrayAccess(base, index, safe, fromEnd, cursor.from(base.extent().start()));
  }

  private Expression dot(Expression base, Literals literals) {
    int mark = cursor.start();
    boolean safe = cursor.take(TokenType.QUESTION);
    Identifier name = expressions.identifierOrMissing(NAME);
    if (!cursor.at(TokenType.LEFT_PAREN)) {
      return new PropertyAccess(base, name, safe, cursor.from(base.extent().start()));
    }
    return call(base, safe ? unsafe(mark, name) : name, literals);
  }

  /// No function of an instance can be called by `.?`.
  private Identifier unsafe(int mark, Identifier name) {
    cursor.complain("`.?` cannot call a function, write `.`", mark, mark + 1);
    Extent place = Extent.of(mark, name.extent().end());
    return ExpressionParser.missing(new Skipped(List.of(name), place));
  }

  private InstanceFunctionCall call(Expression base, Identifier name, Literals literals) {
    var gaps = new Gaps(cursor);
    List<Expression> arguments = expressions.arguments(literals, gaps);
    return new InstanceFunctionCall(
        base, name, arguments, cursor.from(base.extent().start(), gaps));
  }

  /// What follows `@`: a name or a call, perhaps of a namespace.
  Expression decorator() {
    if (!cursor.at(TokenType.IDENTIFIER)) {
      throw cursor.unexpected("expected the name of a decorator here");
    }
    int from = cursor.position();
    Expression current = nameOrCall();
    for (int links = 1; cursor.at(TokenType.DOT); links++) {
      if (!cursor.fits(links)) {
        return cursor.skipNested(from);
      }
      cursor.read();
      Identifier name = expressions.identifierOrMissing(NAME);
      current =
          cursor.at(TokenType.LEFT_PAREN)
              ? call(current, name, Literals.ALL)
              : new PropertyAccess(current, name, false, cursor.from(current.extent().start()));
    }
    return current;
  }

  private Expression nameOrCall() {
    Identifier name = expressions.identifier();
    if (!cursor.at(TokenType.LEFT_PAREN)) {
      return new Expression.VariableAccess(name, name.extent());
    }
    var gaps = new Gaps(cursor);
    List<Expression> arguments = expressions.arguments(Literals.ALL, gaps);
    return new Expression.FunctionCall(name, arguments, cursor.from(name.extent().start(), gaps));
  }
}
