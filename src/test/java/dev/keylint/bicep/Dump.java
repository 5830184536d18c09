package dev.keylint.bicep;

import dev.keylint.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /// The compiler's name of a kind of token: ours in camel case, with some exceptions.
  static String name(TokenType type) {
    return switch (type) {
      case TRUE, FALSE, NULL -> camelCase(type) + "Keyword";
      case COALESCE -> "DoubleQuestion";
      case LESS_OR_EQUAL -> "LessThanOrEqual";
      case GREATER_OR_EQUAL -> "GreaterThanOrEqual";
      case EQUALS_IGNORE_CASE -> "EqualsInsensitive";
      case NOT_EQUALS_IGNORE_CASE -> "NotEqualsInsensitive";
      case AND -> "LogicalAnd";
      case OR -> "LogicalOr";
      default -> camelCase(type);
    };
  }

  private static String camelCase(TokenType type) {
    return Stream.of(type.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
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
