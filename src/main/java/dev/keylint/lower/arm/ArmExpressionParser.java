package dev.keylint.lower.arm;

import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Parses the expression language of ARM templates: literals, calls, `.property` and `[index]`.
///
/// A text that is no expression becomes `Unsupported` and one diagnostic at the character where it
/// goes wrong.
final class ArmExpressionParser {
  /// Nested calls and chained accesses that are still read; compiled templates have about 30.
  static final int MAX_DEPTH = 200;

  /// Digits of a number; reading takes longer than in proportion to them.
  private static final int LONGEST_NUMBER = 400;

  private final ArmText source;
  private final String text;
  private final ArmProblems problems;
  private int at;
  private int depth;

  private ArmExpressionParser(ArmText source, ArmProblems problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
    this.at = source.start();
  }

  /// The expression that the text holds.
  static Expr parse(ArmText source, ArmProblems problems) {
    ArmExpressionParser parser = new ArmExpressionParser(source, problems);
    try {
      Expr result = parser.expression();
      parser.skipSpace();
      if (parser.at < source.end()) {
        throw parser.malformed("the end of the expression");
      }
      return result;
    } catch (Malformed e) {
      problems.add(e.diagnostic);
      return new Expr.Unsupported("malformed expression", source.whole());
    }
  }

  /// What ends the parsing of one text; it never leaves this class.
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Diagnostic diagnostic;

    Malformed(Diagnostic diagnostic) {
      super(diagnostic.message(), null, false, false);
      this.diagnostic = diagnostic;
    }
  }

  private Expr expression() throws Malformed {
    if (++depth > MAX_DEPTH) {
      throw tooDeep();
    }
    skipSpace();
    int start = at;
    Expr result = primary(start);
    for (int links = 0; ; links++) {
      if (links > MAX_DEPTH) {
        throw tooDeep();
      }
      skipSpace();
      if (accept('.')) {
        result = property(result, start);
      } else if (accept('[')) {
        Expr key = expression();
        expect(']', "`]` after an index");
        result = new Expr.Access(result, key, false, false, source.at(start, at));
      } else {
        depth--;
        return result;
      }
    }
  }

  private Expr property(Expr base, int start) throws Malformed {
    skipSpace();
    int nameStart = at;
    String name = identifier("a property name after `.`");
    Expr key = new Expr.StringLiteral(name, source.at(nameStart, at));
    return new Expr.Access(base, key, false, false, source.at(start, at));
  }

  private Expr primary(int start) throws Malformed {
    char c = peek();
    if (c == '\'') {
      return string(start);
    }
    if (isDigit(c) || c == '-' || c == '+') {
      return number(start);
    }
    return call(start);
  }

  private Expr string(int start) throws Malformed {
    StringBuilder value = new StringBuilder();
    for (at++; at < source.end(); at++) {
      char c = text.charAt(at);
      if (c != '\'') {
        value.append(c);
      } else if (at + 1 < source.end() && text.charAt(at + 1) == '\'') {
        value.append(c);
        at++;
      } else {
        at++;
        return new Expr.StringLiteral(value.toString(), source.at(start, at));
      }
    }
    throw malformed("`'` at the end of a text");
  }

  private Expr number(int start) throws Malformed {
    at++;
    while (isDigit(peek()) || peek() == '.') {
      at++;
    }
    Location place = source.at(start, at);
    if (at - start > LONGEST_NUMBER) {
      at = start;
      throw malformed("a number");
    }
    try {
      BigDecimal value = new BigDecimal(text.substring(start, at));
      boolean fits = value.scale() == 0 && value.toBigInteger().bitLength() < Long.SIZE;
      return fits
          ? new Expr.IntLiteral(value.longValue(), place)
          : new Expr.DecimalLiteral(value, place);
    } catch (NumberFormatException _) {
      at = start;
      throw malformed("a number");
    }
  }

  private Expr call(int start) throws Malformed {
    List<String> names = new ArrayList<>();
    names.add(identifier("a value or a function"));
    skipSpace();
    while (accept('.')) {
      skipSpace();
      names.add(identifier("a function name after `.`"));
      skipSpace();
    }
    expect('(', "`(` after a function name");
    List<Expr> arguments = arguments();
    return ArmCalls.lower(names, arguments, source.at(start, at), problems);
  }

  private List<Expr> arguments() throws Malformed {
    List<Expr> arguments = new ArrayList<>();
    skipSpace();
    if (accept(')')) {
      return arguments;
    }
    while (true) {
      arguments.add(expression());
      skipSpace();
      if (accept(')')) {
        return arguments;
      }
      expect(',', "`,` or `)` after an argument");
    }
  }

  private String identifier(String what) throws Malformed {
    int start = at;
    while (isNamePart(peek()) && (at > start || !isDigit(peek()))) {
      at++;
    }
    if (at == start) {
      throw malformed(what);
    }
    return text.substring(start, at);
  }

  private void expect(char c, String what) throws Malformed {
    skipSpace();
    if (!accept(c)) {
      throw malformed(what);
    }
  }

  private boolean accept(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  /// The next character, and a NUL, which no expression holds, at the end.
  private char peek() {
    return at < source.end() ? text.charAt(at) : '\0';
  }

  private void skipSpace() {
    while (at < source.end() && ArmText.isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(char c) {
    boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isLetter || isDigit(c) || c == '_' || c == '$';
  }

  private Malformed tooDeep() {
    String message = "the expression is nested deeper than " + MAX_DEPTH + " levels";
    return new Malformed(Diagnostic.of(Kind.LIMIT, message, source.whole()));
  }

  private Malformed malformed(String wanted) {
    String found = at < source.end() ? "`" + text.charAt(at) + "`" : "the end";
    Location place = problems.at(source.span(at, at + 1));
    String message = "the expression is malformed: " + found + " stands where " + wanted;
    return new Malformed(
        Diagnostic.of(Kind.SYNTAX, message + " should", place)
            .help("to write a text that starts with `[`, double the bracket: `[[`"));
  }
}
