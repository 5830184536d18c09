package dev.keylint.bicep;

import dev.keylint.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The compiler's dumps: a source with remarks `//@[start:end) text` under the line they are about,
/// start and end being columns from 0.
final class Dump {
  private static final Pattern REMARK = Pattern.compile("//@\\[(\\d+):(\\d+)\\) (.*)");

  private final BicepFile file;

  Dump(BicepFile file) {
    this.file = file;
  }

  /// A remark about a range that starts in a line, counted from 1.
  record Remark(int line, int start, int end, String text) {
    @Override
    public String toString() {
      return line + " [" + start + ":" + end + ") " + text;
    }
  }

  /// The remarks of a dump.
  static List<Remark> remarks(String dump) {
    var remarks = new ArrayList<Remark>();
    int line = 0;
    for (String text : dump.split(newLine(dump), -1)) {
      Matcher remark = REMARK.matcher(text);
      if (remark.matches()) {
        int start = Integer.parseInt(remark.group(1));
        int end = Integer.parseInt(remark.group(2));
        remarks.add(new Remark(line, start, end, remark.group(3)));
      } else {
        line++;
      }
    }
    return remarks;
  }

  /// A multi-line string with LF in a dump whose lines end in CRLF is one line.
  private static String newLine(String dump) {
    boolean mixed = Pattern.compile("//@[^\\r\\n]*\\n").matcher(dump).find();
    return mixed ? "\\r?\\n" : "\\r\\n";
  }

  /// How many lines of the source a dump shows; the compiler drops what it has to say of others.
  static int lines(String dump) {
    return dump.split(newLine(dump)).length - remarks(dump).size();
  }

  /// Characters of a token as the dumps show them.
  static String shown(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
  }

  /// The compiler's name of a kind of token.
  static String name(TokenType type) {
    return switch (type) {
      case UNRECOGNIZED -> "Unrecognized";
      case END_OF_FILE -> "EndOfFile";
      case NEW_LINE -> "NewLine";
      case IDENTIFIER -> "Identifier";
      case TRUE -> "TrueKeyword";
      case FALSE -> "FalseKeyword";
      case NULL -> "NullKeyword";
      case INTEGER -> "Integer";
      case STRING_COMPLETE -> "StringComplete";
      case STRING_LEFT_PIECE -> "StringLeftPiece";
      case STRING_MIDDLE_PIECE -> "StringMiddlePiece";
      case STRING_RIGHT_PIECE -> "StringRightPiece";
      case AT -> "At";
      case LEFT_BRACE -> "LeftBrace";
      case RIGHT_BRACE -> "RightBrace";
      case LEFT_PAREN -> "LeftParen";
      case RIGHT_PAREN -> "RightParen";
      case LEFT_SQUARE -> "LeftSquare";
      case RIGHT_SQUARE -> "RightSquare";
      case COMMA -> "Comma";
      case DOT -> "Dot";
      case ELLIPSIS -> "Ellipsis";
      case QUESTION -> "Question";
      case COALESCE -> "DoubleQuestion";
      case COLON -> "Colon";
      case DOUBLE_COLON -> "DoubleColon";
      case SEMICOLON -> "Semicolon";
      case ASSIGNMENT -> "Assignment";
      case PLUS -> "Plus";
      case MINUS -> "Minus";
      case ASTERISK -> "Asterisk";
      case SLASH -> "Slash";
      case MODULO -> "Modulo";
      case EXCLAMATION -> "Exclamation";
      case LEFT_CHEVRON -> "LeftChevron";
      case RIGHT_CHEVRON -> "RightChevron";
      case LESS_OR_EQUAL -> "LessThanOrEqual";
      case GREATER_OR_EQUAL -> "GreaterThanOrEqual";
      case EQUALS -> "Equals";
      case NOT_EQUALS -> "NotEquals";
      case EQUALS_IGNORE_CASE -> "EqualsInsensitive";
      case NOT_EQUALS_IGNORE_CASE -> "NotEqualsInsensitive";
      case AND -> "LogicalAnd";
      case OR -> "LogicalOr";
      case PIPE -> "Pipe";
      case ARROW -> "Arrow";
      case HAT -> "Hat";
    };
  }

  /// What the compiler would dump of the tokens.
  List<Remark> tokens() {
    return file.tokens().stream()
        .map(token ->
            remark(
                token.start(),
                token.end(),
                name(token.type()) + " |" + shown(file.source().slice(token.span())) + "|"))
        .toList();
  }

  /// What the compiler would dump of the syntax tree.
  List<Remark> tree() {
    var remarks = new ArrayList<Remark>();
    add(new OfficialTree(file).root(), "", "", remarks);
    return remarks;
  }

  private void add(OfficialTree.Node node, String branch, String below, List<Remark> remarks) {
    remarks.add(remark(node.start(), node.end(), branch + node.label()));
    for (int i = 0; i < node.children().size(); i++) {
      boolean last = i == node.children().size() - 1;
      add(
          node.children().get(i),
          below + (last ? "└─" : "├─"),
          below + (last ? "  " : "| "),
          remarks);
    }
  }

  private Remark remark(int start, int end, String text) {
    Position place = file.source().position(start);
    int column = place.column() - 1;
    return new Remark(place.line(), column, column + end - start, text);
  }
}
