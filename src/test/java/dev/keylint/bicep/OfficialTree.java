package dev.keylint.bicep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Our syntax tree in the shape of the compiler's: with its names, its wrappers and its tokens.
///
/// The tokens that belong to a node are those in its range that lie in none of its children.
final class OfficialTree {
  private static final String LEFT_PIECE = "Token(StringLeftPiece)";
  private static final String RIGHT_PIECE = "Token(StringRightPiece)";
  private final BicepFile file;
  private int next;

  OfficialTree(BicepFile file) {
    this.file = file;
  }

  /// A node or token of the compiler's tree.
  record Node(String label, int start, int end, List<Node> children) {}

  Node root() {
    var children = new ArrayList<OfficialNames.Named>();
    file.declarations().forEach(child -> children.add(OfficialNames.of(child)));
    file.skipped().forEach(child -> children.add(OfficialNames.of(child)));
    int length = file.source().text().length();
    Node program = node(new OfficialNames.Named("ProgramSyntax", 0, length, children));
    var all = new ArrayList<>(program.children());
    all.add(takeToken());
    return new Node(program.label(), program.start(), program.end(), all);
  }

  private Node node(OfficialNames.Named named) {
    var children = new ArrayList<Node>();
    // Ties: nothing stands before something.
    List<OfficialNames.Named> inner =
        named.children().stream()
            .sorted(
                Comparator.comparingInt(OfficialNames.Named::start)
                    .thenComparing(child -> child.end() > child.start()))
            .toList();
    for (OfficialNames.Named child : inner) {
      while (token().start() < child.start()) {
        children.add(takeToken());
      }
      children.add(node(child));
    }
    while (token().start() < named.end()) {
      children.add(takeToken());
    }
    boolean broken = holds(children, LEFT_PIECE) && !holds(children, RIGHT_PIECE);
    if (broken && token().type() == TokenType.STRING_RIGHT_PIECE) {
      // The empty piece that the lexer puts where a line ends inside a hole.
      children.add(takeToken());
    }
    return new Node(named.name(), named.start(), named.end(), children);
  }

  private static boolean holds(List<Node> nodes, String label) {
    return nodes.stream().anyMatch(node -> node.label().startsWith(label));
  }

  private Token token() {
    return file.tokens().get(next);
  }

  private Node takeToken() {
    Token token = file.tokens().get(next++);
    String text = Dump.shown(file.source().slice(token.span()));
    String label = "Token(" + Dump.name(token.type()) + ") |" + text + "|";
    return new Node(label, token.start(), token.end(), List.of());
  }
}
