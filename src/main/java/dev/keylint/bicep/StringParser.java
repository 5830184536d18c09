package dev.keylint.bicep;

import dev.keylint.bicep.Expression.StringSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads strings of all forms, with the expressions in their holes.
final class StringParser {
  private static final String JUNK = "the hole of the string holds more than one expression";
  private final Cursor cursor;
  private final Supplier<Expression> hole;

  StringParser(Cursor cursor, Supplier<Expression> hole) {
    this.cursor = cursor;
    this.hole = hole;
  }

  boolean ahead() {
    return cursor.at(TokenType.STRING_COMPLETE) || cursor.at(TokenType.STRING_LEFT_PIECE);
  }

  /// A string; skipped where its text cannot be told. The lexer has complained about most of those.
  Expression string() {
    var reading = new Reading();
    boolean first = true;
    while (reading.segment(first)) {
      first = false;
    }
    return reading.result();
  }

  /// A string, with a complaint of the caller's where there is none.
  StringSyntax stringOr(String message) {
    Token start = cursor.token();
    if (string() instanceof StringSyntax string) {
      return string;
    }
    throw cursor.unexpected(message, start);
  }

  /// The pieces and holes of one string.
  private final class Reading {
    private final int start = cursor.start();
    private final List<Token> pieces = new ArrayList<>(1);
    private final List<Expression> holes = new ArrayList<>(0);
    private boolean complete;

    /// Reads one segment and the hole behind it; false when it was the last.
    boolean segment(boolean first) {
      TokenType last = first ? TokenType.STRING_COMPLETE : TokenType.STRING_RIGHT_PIECE;
      TokenType more = first ? TokenType.STRING_LEFT_PIECE : TokenType.STRING_MIDDLE_PIECE;
      if (cursor.at(last)) {
        pieces.add(cursor.read());
        complete = true;
        return false;
      }
      if (cursor.at(more)) {
        pieces.add(cursor.read());
        holes.add(hole());
        return !cursor.at(TokenType.NEW_LINE) && !cursor.atEnd();
      }
      holes.add(junk());
      return cursor.at(TokenType.STRING_MIDDLE_PIECE) || cursor.at(TokenType.STRING_RIGHT_PIECE);
    }

    private Expression hole() {
      Expression expression = cursor.recover(hole, skip -> skip, false, Stops.HOLE);
      if (atHoleEnd()) {
        return expression;
      }
      Skipped rest = junk();
      return new Skipped(
          List.of(expression, rest), Extent.of(expression.extent().start(), rest.extent().end()));
    }

    private boolean atHoleEnd() {
      return Stops.HOLE.contains(cursor.type());
    }

    private Skipped junk() {
      int from = cursor.position();
      Skipped junk = cursor.skipTo(from, Stops.HOLE);
      cursor.complain(JUNK, junk.extent().start(), junk.extent().end());
      return junk;
    }

    Expression result() {
      if (complete) {
        Optional<List<StringSegment>> segments =
            StringText.segments(cursor.source().text(), pieces);
        if (segments.isPresent()) {
          return new StringSyntax(segments.orElseThrow(), holes, cursor.from(start));
        }
      }
      // The compiler's node reaches to the start of the next token, white space included.
      cursor.endBeforeNext();
      return new Skipped(List.copyOf(holes), cursor.from(start));
    }
  }
}
