package dev.keylint.bicep;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.text.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Cuts the characters of a file into tokens; it never fails, it notes what no token starts with.
///
/// It is modal: in a hole of a string (`${ … }`) a `}` that closes no brace of the hole goes on
/// with the string, and a line end breaks the string off.
final class Lexer {
  private static final int QUOTES = 3;
  private static final int LONGEST_NAME = 255;

  /// Ten times what real files have; each takes some hundred bytes until it is lowered.
  private static final int MOST_TOKENS = 300_000;

  private static final char NONE = '\uffff';

  private final Source source;
  private final char[] text;
  private final List<Token> tokens = new ArrayList<>();
  private static final int LONGEST_KEYWORD = 40;

  private final List<Directive> directives = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Deque<Mode> modes = new ArrayDeque<>();
  private int at;

  /// What a `}` closes: a brace inside a hole, or a hole of a string; a multi-line one has the
  /// number of `$` that open its holes.
  private record Mode(boolean hole, int dollars) {
    static final Mode BRACE = new Mode(false, 0);
    static final Mode HOLE = new Mode(true, 0);
  }

  Lexer(Source source) {
    this.source = source;
    this.text = source.text().toCharArray();
  }

  /// What became of the characters; the last token is the end of the file.
  record Result(List<Token> tokens, List<Directive> directives, List<Diagnostic> diagnostics) {}

  Result read() {
    while (true) {
      skipTrivia();
      int start = at;
      if (start < text.length && tokens.size() >= MOST_TOKENS) {
        var place = new Location.InFile(source, new Span(start, start));
        String message = "the file has more than " + MOST_TOKENS + " tokens; the rest is not read";
        diagnostics.add(Diagnostic.of(Diagnostic.Kind.LIMIT, message, place));
        at = start = text.length;
      }
      if (start == text.length) {
        tokens.add(new Token(TokenType.END_OF_FILE, start, start));
        return new Result(tokens, directives, diagnostics);
      }
      TokenType type = token(text[at++]);
      if (type == TokenType.UNRECOGNIZED) {
        unrecognized(start);
      }
      tokens.add(new Token(type, start, at));
    }
  }

  private char peek(int ahead) {
    int index = at + ahead;
    return index < text.length ? text[index] : NONE;
  }

  private boolean take(char c) {
    if (peek(0) != c) {
      return false;
    }
    at++;
    return true;
  }

  // White space, comments, directives

  private void skipTrivia() {
    while (at < text.length) {
      char c = text[at];
      if (c == ' ' || c == '\t') {
        at++;
      } else if (c == '/' && peek(1) == '/') {
        skipToLineEnd();
      } else if (c == '/' && peek(1) == '*') {
        skipComment();
      } else if (c != '#' || !startsLine() || !directive()) {
        return;
      }
    }
  }

  private void skipToLineEnd() {
    while (at < text.length && !isLineEnd(text[at])) {
      at++;
    }
  }

  private void skipComment() {
    int start = at;
    for (at += 2; at < text.length; at++) {
      if (text[at] == '*' && peek(1) == '/') {
        at += 2;
        return;
      }
    }
    fault(start, at, "this comment does not end", "close it with `*/`");
  }

  private boolean startsLine() {
    for (int i = at - 1; i >= 0 && !isLineEnd(text[i]); i--) {
      if (text[i] != ' ' && text[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private boolean directive() {
    for (Directive.Kind kind : Directive.Kind.values()) {
      if (startsWith(at + 1, kind.keyword())) {
        codes(kind);
        return true;
      }
    }
    return false;
  }

  private boolean startsWith(int start, String word) {
    if (start + word.length() > text.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void codes(Directive.Kind kind) {
    int start = at;
    at += 1 + kind.keyword().length();
    var codes = new ArrayList<String>();
    int end = at;
    while (true) {
      while (peek(0) == ' ' || peek(0) == '\t') {
        at++;
      }
      int code = at;
      while (isNamePart(peek(0)) || peek(0) == '-') {
        at++;
      }
      if (at == code) {
        break;
      }
      codes.add(new String(text, code, at - code));
      end = at;
    }
    if (codes.isEmpty()) {
      fault(at, at, "this directive names no diagnostic", "list the codes to silence after it");
    }
    int line = source.position(start).line();
    directives.add(new Directive(kind, codes, line, new Span(start, end)));
  }

  // Tokens

  private TokenType token(char c) {
    return switch (c) {
      case '{' -> openBrace();
      case '}' -> closeBrace();
      case '(' -> TokenType.LEFT_PAREN;
      case ')' -> TokenType.RIGHT_PAREN;
      case '[' -> TokenType.LEFT_SQUARE;
      case ']' -> TokenType.RIGHT_SQUARE;
      case '@' -> TokenType.AT;
      case ',' -> TokenType.COMMA;
      case ';' -> TokenType.SEMICOLON;
      case '+' -> TokenType.PLUS;
      case '-' -> TokenType.MINUS;
      case '*' -> TokenType.ASTERISK;
      case '/' -> TokenType.SLASH;
      case '%' -> TokenType.MODULO;
      case '^' -> TokenType.HAT;
      case '\n', '\r' -> lineEnd();
      case '\'' -> string();
      case '$' -> interpolatedLines();
      default -> isNameStart(c) ? name() : isDigit(c) ? integer() : operator(c);
    };
  }

  private TokenType operator(char c) {
    return switch (c) {
      case '.' -> ellipsisOrDot();
      case '?' -> take('?') ? TokenType.COALESCE : TokenType.QUESTION;
      case ':' -> take(':') ? TokenType.DOUBLE_COLON : TokenType.COLON;
      case '<' -> take('=') ? TokenType.LESS_OR_EQUAL : TokenType.LEFT_CHEVRON;
      case '>' -> take('=') ? TokenType.GREATER_OR_EQUAL : TokenType.RIGHT_CHEVRON;
      case '&' -> take('&') ? TokenType.AND : TokenType.UNRECOGNIZED;
      case '|' -> take('|') ? TokenType.OR : TokenType.PIPE;
      case '!' ->
          take('=')
              ? TokenType.NOT_EQUALS
              : take('~') ? TokenType.NOT_EQUALS_IGNORE_CASE : TokenType.EXCLAMATION;
      case '=' ->
          take('=')
              ? TokenType.EQUALS
              : take('~')
                  ? TokenType.EQUALS_IGNORE_CASE
                  : take('>') ? TokenType.ARROW : TokenType.ASSIGNMENT;
      default -> TokenType.UNRECOGNIZED;
    };
  }

  private TokenType ellipsisOrDot() {
    if (peek(0) == '.' && peek(1) == '.') {
      at += 2;
      return TokenType.ELLIPSIS;
    }
    return TokenType.DOT;
  }

  private TokenType name() {
    int start = at - 1;
    while (isNamePart(peek(0))) {
      at++;
    }
    int length = at - start;
    if (length == 4 && startsWith(start, "true")) {
      return TokenType.TRUE;
    }
    if (length == 5 && startsWith(start, "false")) {
      return TokenType.FALSE;
    }
    if (length == 4 && startsWith(start, "null")) {
      return TokenType.NULL;
    }
    if (length > LONGEST_NAME) {
      fault(start, at, "this name is longer than 255 characters", "shorten it");
    }
    return TokenType.IDENTIFIER;
  }

  private TokenType integer() {
    while (isDigit(peek(0))) {
      at++;
    }
    return TokenType.INTEGER;
  }

  private TokenType lineEnd() {
    if (!modes.isEmpty()) {
      // An empty piece ends the string; the line end itself is read again.
      at--;
      fault(at, at, "the string is not closed before the line ends", "close it with `'`");
      modes.clear();
      return TokenType.STRING_RIGHT_PIECE;
    }
    while (isLineEnd(peek(0))) {
      at++;
    }
    return TokenType.NEW_LINE;
  }

  private TokenType openBrace() {
    if (!modes.isEmpty()) {
      modes.push(Mode.BRACE);
    }
    return TokenType.LEFT_BRACE;
  }

  private TokenType closeBrace() {
    Mode mode = modes.peek();
    if (mode == null || !mode.hole()) {
      // The brace stays open, as the compiler has it: no object may stand in a hole anyway.
      return TokenType.RIGHT_BRACE;
    }
    boolean ended = mode.dollars() == 0 ? segment(at - 1) : lines(at - 1, mode.dollars());
    if (!ended) {
      return TokenType.STRING_MIDDLE_PIECE;
    }
    modes.pop();
    return TokenType.STRING_RIGHT_PIECE;
  }

  // Strings

  private TokenType string() {
    int start = at - 1;
    if (peek(0) == '\'' && peek(1) == '\'') {
      at += 2;
      lines(start, 0);
      return TokenType.STRING_COMPLETE;
    }
    if (segment(start)) {
      return TokenType.STRING_COMPLETE;
    }
    modes.push(Mode.HOLE);
    return TokenType.STRING_LEFT_PIECE;
  }

  private TokenType interpolatedLines() {
    int start = at - 1;
    while (take('$')) {}
    int dollars = at - start;
    if (peek(0) != '\'' || peek(1) != '\'' || peek(2) != '\'') {
      return TokenType.UNRECOGNIZED;
    }
    at += QUOTES;
    if (lines(start, dollars)) {
      return TokenType.STRING_COMPLETE;
    }
    modes.push(new Mode(true, dollars));
    return TokenType.STRING_LEFT_PIECE;
  }

  /// Reads on in a single-line string; true when the string ends, false when a hole opens.
  private boolean segment(int start) {
    while (at < text.length && !isLineEnd(text[at])) {
      char c = text[at++];
      if (c == '\'') {
        return true;
      }
      if (c == '$' && take('{')) {
        return false;
      }
      if (c == '\\') {
        if (at == text.length) {
          break;
        }
        escape();
      }
    }
    String where = at == text.length ? "file" : "line";
    fault(start, at, "the string is not closed before the " + where + " ends", "close it with `'`");
    return true;
  }

  private void escape() {
    int start = at - 1;
    char c = text[at++];
    if (c != 'u') {
      if (StringText.escaped(c) == StringText.NO_ESCAPE) {
        fault(
            start,
            at,
            "`\\" + c + "` is no escape sequence",
            "write one of `\\n`, `\\r`, `\\t`, `\\\\`, `\\'`, `\\$`, `\\u{...}`");
      }
      return;
    }
    int digits = at + 1;
    boolean valid = take('{');
    while (valid && StringText.hexadecimal(peek(0)) >= 0) {
      at++;
    }
    valid = valid && StringText.codePoint(source.text(), digits, at) >= 0 && take('}');
    if (!valid && at < text.length) {
      fault(start, at, "this is no Unicode escape", "write `\\u{...}` with up to `10FFFF`");
    }
  }

  /// Reads on in a multi-line string; true when the string ends, false when a hole opens.
  private boolean lines(int start, int dollars) {
    while (at < text.length) {
      char c = text[at];
      if (c == '$') {
        int run = run('$');
        if (dollars > 0 && run >= dollars && take('{')) {
          return false;
        }
      } else if (c == '\'') {
        if (run('\'') >= QUOTES) {
          return true;
        }
      } else {
        at++;
      }
    }
    fault(start, at, "the multi-line string does not end", "close it with `'''`");
    return true;
  }

  private int run(char c) {
    int start = at;
    while (take(c)) {}
    return at - start;
  }

  // Characters and faults

  private void unrecognized(int start) {
    if (text[start] == '"') {
      fault(start, at, "`\"` starts no string", "write strings in single quotes");
    } else {
      String token = new String(text, start, at - start);
      fault(start, at, "`" + token + "` has no meaning here", meant(token).orElse("remove it"));
    }
  }

  /// What a misspelt directive was meant to be.
  private Optional<String> meant(String token) {
    if (!token.equals("#")) {
      return Optional.empty();
    }
    int end = at;
    while (end < text.length && (isNamePart(text[end]) || text[end] == '-')) {
      end++;
    }
    List<String> keywords =
        Stream.of(Directive.Kind.values()).map(Directive.Kind::keyword).toList();
    return Spelling.closest(new String(text, at, Math.min(end - at, LONGEST_KEYWORD)), keywords)
        .map(near -> "perhaps `#" + near + "` is meant");
  }

  private void fault(int start, int end, String message, String help) {
    Location location = new Location.InFile(source, new Span(start, end));
    diagnostics.add(Diagnostic.of(Diagnostic.Kind.SYNTAX, message, location).help(help));
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
  }
}
