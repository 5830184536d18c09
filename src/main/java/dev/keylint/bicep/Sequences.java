package dev.keylint.bicep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads sequences: between braces or brackets, of arguments, between parentheses.
final class Sequences {
  private static final String SEPARATOR = "expected a new line or `,` here";
  private final Cursor cursor;

  Sequences(Cursor cursor) {
    this.cursor = cursor;
  }

  /// Members up to the closing token, which stays ahead; each two have line ends or one comma
  /// between them.
  <T> List<T> members(TokenType close, Supplier<? extends T> member, Gaps gaps) {
    var members = new ArrayList<T>();
    cursor.takeLineEnds();
    boolean expectMember = true;
    while (!cursor.atEnd() && !cursor.at(close) && !cursor.atNextDeclaration()) {
      if (expectMember) {
        members.add(member.get());
      } else {
        memberSeparator(gaps);
      }
      expectMember = !expectMember;
    }
    return members;
  }

  private void memberSeparator(Gaps gaps) {
    if (cursor.at(TokenType.NEW_LINE)) {
      cursor.takeLineEnds();
    } else if (!cursor.take(TokenType.COMMA)) {
      gaps.add(cursor.missing(SEPARATOR));
    } else if (cursor.at(TokenType.NEW_LINE)) {
      gaps.add(cursor.missing("a new line cannot follow a comma here, write one of the two"));
      cursor.read();
    }
  }

  /// Arguments up to the closing token, which is read; commas separate them, line ends may follow.
  <T> List<T> arguments(TokenType close, String symbol, Supplier<? extends T> argument, Gaps gaps) {
    var arguments = new ArrayList<T>();
    if (!cursor.at(close)) {
      cursor.takeLineEnds();
    }
    boolean expectArgument = true;
    while (!cursor.atEnd() && !cursor.at(close) && !cursor.atNextDeclaration()) {
      if (expectArgument) {
        arguments.add(argument.get());
      } else if (cursor.at(TokenType.NEW_LINE)) {
        int next = tokenAfterLineEnds();
        if (cursor.type(next) == TokenType.END_OF_FILE) {
          // The line end stays ahead, so that the missing token is reported in its line.
          break;
        }
        if (cursor.type(next) != close) {
          gaps.add(cursor.missing("expected `,` here"));
        }
        cursor.takeLineEnds();
      } else {
        argumentSeparator(close, arguments, argument, gaps);
      }
      expectArgument = !expectArgument;
    }
    if (!cursor.take(close)) {
      gaps.add(cursor.missing("expected `" + symbol + "` here"));
    }
    return arguments;
  }

  /// Line ends with a comment between them count as one.
  private int tokenAfterLineEnds() {
    int next = 1;
    while (cursor.type(next) == TokenType.NEW_LINE && cursor.commentBefore(next)) {
      next++;
    }
    return next;
  }

  private <T> void argumentSeparator(
      TokenType close, List<T> arguments, Supplier<? extends T> argument, Gaps gaps) {
    if (!cursor.take(TokenType.COMMA)) {
      gaps.add(cursor.missing(SEPARATOR));
      return;
    }
    cursor.takeLineEnds();
    if (cursor.at(close)) {
      // No comma may trail: the argument that fails here says so.
      arguments.add(argument.get());
    }
  }

  /// What stands between parentheses, and the place of it all; the separators count commas and line
  /// ends.
  record Parentheses<T>(List<T> items, int separators, Extent inner, Extent extent) {
    /// Whether it is one item and nothing else: the compiler wants even line ends away.
    boolean single() {
      return items.size() == 1 && separators == 0;
    }
  }

  /// Items between parentheses with commas between them.
  <T extends Syntax> Parentheses<T> parentheses(Supplier<? extends T> item, boolean lineEnds) {
    int start = cursor.start();
    int opened = cursor.expect(TokenType.LEFT_PAREN, "expected `(` here").end();
    int innerStart = cursor.start();
    var items = new ArrayList<T>();
    int separators = lineEnds(lineEnds);
    boolean more = !cursor.at(TokenType.RIGHT_PAREN);
    boolean itemLast = false;
    while (more) {
      items.add(item.get());
      int trailing = lineEnds(lineEnds);
      more = cursor.take(TokenType.COMMA);
      itemLast = trailing == 0 && !more;
      separators += trailing + (more ? 1 + lineEnds(lineEnds) : 0);
      more = more && !cursor.at(TokenType.RIGHT_PAREN);
    }
    boolean empty = items.isEmpty() && separators == 0;
    Extent inner = empty ? Extent.of(opened, opened) : Extent.of(innerStart, cursor.end());
    var gaps = new Gaps(cursor);
    boolean quiet = itemLast && Cursor.echoes(items.getLast());
    gaps.expect(TokenType.RIGHT_PAREN, "expected `)` here", quiet, Stops.CLOSE_PAREN);
    return new Parentheses<>(items, separators, inner, cursor.from(start, gaps));
  }

  private int lineEnds(boolean allowed) {
    int count = allowed ? cursor.lineEndsAhead() : 0;
    cursor.takeLineEnds(count);
    return count;
  }
}
