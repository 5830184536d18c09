package dev.keylint.bicep;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Where a parser stands in its tokens, what it has complained about, and how it finds its feet
/// again.
///
/// A rule that meets what it does not expect throws [Unexpected]; the next [#recover] around it
/// turns everything up to a token where reading can go on into one [Skipped].
final class Cursor {
  /// How deep nodes may lie in each other: far more than people write, and few enough for every
  /// later stage to recurse.
  static final int MAX_DEPTH = 200;

  private final Source source;
  private final List<Token> tokens;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int position;
  private int depth;
  private int end;
  private boolean tooDeep;
  private final Recovery recovery;
  private int declaration;

  Cursor(Source source, List<Token> tokens) {
    this.source = source;
    this.tokens = tokens;
    this.recovery = new Recovery(source, tokens);
  }

  /// What stands here is not what the grammar wants; never leaves the parser.
  static final class Unexpected extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private final int start;
    private final int end;

    private Unexpected(String message, int start, int end) {
      super(message, null, false, false);
      this.start = start;
      this.end = end;
    }
  }

  // Looking and reading

  Token token() {
    return tokens.get(position);
  }

  TokenType type() {
    return tokens.get(position).type();
  }

  /// The type of the token that many places on.
  TokenType type(int ahead) {
    return tokens.get(Math.min(position + ahead, tokens.size() - 1)).type();
  }

  boolean at(TokenType type) {
    return type() == type;
  }

  boolean atEnd() {
    return type() == TokenType.END_OF_FILE;
  }

  /// Whether the next token is this word; keywords are identifiers everywhere else.
  boolean atKeyword(String word) {
    return isKeyword(position, word);
  }

  /// How many line ends stand before the next other token.
  int lineEndsAhead() {
    int count = 0;
    while (type(count) == TokenType.NEW_LINE) {
      count++;
    }
    return count;
  }

  /// Whether the token that many places on is this word.
  boolean isKeywordAhead(int ahead, String word) {
    return isKeyword(Math.min(position + ahead, tokens.size() - 1), word);
  }

  private boolean isKeyword(int index, String word) {
    Token token = tokens.get(index);
    return token.type() == TokenType.IDENTIFIER
        && token.end() - token.start() == word.length()
        && source.text().startsWith(word, token.start());
  }

  /// Whether a comment stands before the token that many places on.
  boolean commentBefore(int ahead) {
    int index = position + ahead;
    return source.text().indexOf('/', tokens.get(index - 1).end(), tokens.get(index).start()) >= 0;
  }

  /// The next token, which is then behind; the end of the file stays ahead.
  Token read() {
    Token token = tokens.get(position);
    if (token.type() != TokenType.END_OF_FILE) {
      position++;
    }
    end = token.end();
    return token;
  }

  boolean take(TokenType type) {
    if (!at(type)) {
      return false;
    }
    read();
    return true;
  }

  void takeLineEnds() {
    while (take(TokenType.NEW_LINE)) {}
  }

  void takeLineEnds(int count) {
    for (int i = 0; i < count; i++) {
      read();
    }
  }

  Token expect(TokenType type, String message) {
    if (!at(type)) {
      throw unexpected(message);
    }
    return read();
  }

  void expectKeyword(String word, String message) {
    if (!atKeyword(word)) {
      throw unexpected(message);
    }
    read();
  }

  String text(Token token) {
    return source.text().substring(token.start(), token.end());
  }

  Source source() {
    return source;
  }

  // Places of nodes

  /// Where the next token starts.
  int start() {
    return token().start();
  }

  /// Where the last thing that was read or skipped ends.
  int end() {
    return end;
  }

  /// Counts the white space and comments ahead to what was read.
  void endBeforeNext() {
    end = start();
  }

  Extent from(int start) {
    return Extent.of(start, end);
  }

  Extent from(int start, Gaps gaps) {
    return new Extent(start, end, gaps.skipped());
  }

  // Complaining and recovering

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  void complain(String message, int start, int end) {
    Location location = new Location.InFile(source, new Span(start, end));
    diagnostics.add(Diagnostic.of(Diagnostic.Kind.SYNTAX, message, location));
  }

  Unexpected unexpected(String message) {
    return unexpected(message, token());
  }

  /// A line end is pointed at without its characters, lest the place spans two lines.
  Unexpected unexpected(String message, Token token) {
    int last = token.type() == TokenType.NEW_LINE ? token.start() : token.end();
    return new Unexpected(message, token.start(), last);
  }

  /// What the rule reads; failing that, everything up to one of the stops, skipped.
  ///
  /// When quiet, the failure is not worth a diagnostic, because an earlier one explains it.
  <T> T recover(
      Supplier<? extends T> rule,
      Function<Skipped, ? extends T> skip,
      boolean quiet,
      Set<TokenType> stops) {
    int from = position;
    int known = diagnostics.size();
    int level = depth;
    try {
      return rule.get();
    } catch (Unexpected failure) {
      // What was read in vain has nothing to say any more.
      List<Diagnostic> vain = diagnostics.subList(known, diagnostics.size());
      vain.removeIf(diagnostic -> diagnostic.kind() != Diagnostic.Kind.LIMIT);
      depth = level;
      if (!quiet) {
        complain(String.valueOf(failure.getMessage()), failure.start, failure.end);
      }
      return skip.apply(skipTo(from, stops));
    }
  }

  /// Reads the line end that must stand here; whatever stands before it is skipped along with it.
  Optional<Skipped> lineEndOrSkipLine() {
    return lineEndOrSkip(Stops.LINE);
  }

  /// The same, up to a line end or another stop.
  Optional<Skipped> lineEndOrSkip(Set<TokenType> stops) {
    if (take(TokenType.NEW_LINE)) {
      return Optional.empty();
    }
    int from = position;
    Unexpected failure = unexpected("expected a new line here");
    skipTo(from, stops);
    complain(String.valueOf(failure.getMessage()), failure.start, failure.end);
    take(TokenType.NEW_LINE);
    return Optional.of(skipped(from));
  }

  /// Skips from a token that was passed already up to one of the stops.
  Skipped skipTo(int from, Set<TokenType> stops) {
    while (!atEnd() && !stops.contains(type()) && !atNextDeclaration()) {
      position++;
    }
    return skipped(from);
  }

  /// Everything since that token; nothing at its place when the cursor still stands there.
  Skipped skipped(int from) {
    int start = tokens.get(from).start();
    end = position > from ? tokens.get(position - 1).end() : start;
    return new Skipped(List.of(), Extent.of(start, end));
  }

  /// Something is missing here.
  Skipped missing(String message) {
    complain(message, start(), start());
    return nothing();
  }

  /// Something is not here, and need not be.
  Skipped nothing() {
    end = start();
    return new Skipped(List.of(), Extent.of(end, end));
  }

  int position() {
    return position;
  }

  /// Whether a failure right after this one is only its echo.
  static boolean echoes(Syntax before) {
    boolean absent =
        before instanceof Skipped || (before instanceof Identifier name && name.isMissing());
    return absent && before.extent().start() == before.extent().end();
  }

  // Depth

  /// Goes one level deeper; false when the levels are used up.
  boolean enter() {
    return ++depth <= MAX_DEPTH;
  }

  void leave() {
    depth--;
  }

  /// Whether a chain of that many links, such as `a.b.c`, still fits at this level.
  boolean fits(int links) {
    return depth + links <= MAX_DEPTH;
  }

  /// Whether the next declaration of the file starts here although this one lacks a bracket.
  boolean atNextDeclaration() {
    return recovery.startsDeclaration(position, declaration);
  }

  /// A new declaration of the file begins: it may complain of its depth once.
  void startDeclaration() {
    tooDeep = false;
    declaration = position;
  }

  /// Skips an expression with all that is nested in it, without recursion, since it lies too deep.
  Skipped skipNested(int from) {
    return skipNested(from, false);
  }

  /// The same for a type, in which `<` and `>` are brackets.
  Skipped skipNestedType(int from) {
    return skipNested(from, true);
  }

  private Skipped skipNested(int from, boolean type) {
    if (!tooDeep) {
      tooDeep = true;
      String message = "more than " + MAX_DEPTH + " levels of nesting are not read";
      Location location = new Location.InFile(source, token().span());
      diagnostics.add(
          Diagnostic.of(Diagnostic.Kind.LIMIT, message, location)
              .help("move the inner parts to variables or modules"));
    }
    position = Nesting.endOfElement(tokens, position, type);
    return skipped(from);
  }
}
