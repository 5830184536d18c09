package dev.keylint.check;

import dev.keylint.check.PatternNode.Choice;
import dev.keylint.check.PatternNode.Edge;
import dev.keylint.check.PatternNode.One;
import dev.keylint.check.PatternNode.Repeat;
import dev.keylint.check.PatternNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the regular expressions that can be matched in linear time: those of RE2 without named
/// classes. References to groups and looking around are refused.
final class PatternParser {
  private static final int MAX_COUNT = 1000;
  private static final int MAX_DEPTH = 100;

  private final PatternText in;
  private boolean ignoreCase;
  private boolean dotAll;
  private boolean multiLine;
  private int depth;

  private PatternParser(String pattern) {
    this.in = new PatternText(pattern);
  }

  /// The tree, or empty when the pattern is none of these.
  static Optional<PatternNode> parse(String pattern) {
    PatternParser parser = new PatternParser(pattern);
    Optional<PatternNode> node = parser.choice();
    return parser.in.atEnd() ? node : Optional.empty();
  }

  private Optional<PatternNode> choice() {
    List<PatternNode> nodes = new ArrayList<>();
    do {
      Optional<PatternNode> next = sequence();
      if (next.isEmpty()) {
        return next;
      }
      nodes.add(next.orElseThrow());
    } while (in.take('|'));
    return Optional.of(nodes.size() == 1 ? nodes.getFirst() : new Choice(nodes));
  }

  private Optional<PatternNode> sequence() {
    List<PatternNode> nodes = new ArrayList<>();
    while (!in.atEnd() && in.peek() != '|' && in.peek() != ')') {
      Optional<PatternNode> next = atom().flatMap(this::repeated);
      if (next.isEmpty()) {
        return next;
      }
      nodes.add(next.orElseThrow());
    }
    return Optional.of(new Sequence(nodes));
  }

  private Optional<PatternNode> repeated(PatternNode node) {
    int[] range = repetition();
    if (range.length == 0) {
      return Optional.of(node);
    }
    // Lazy or not makes no difference to whether there is a match.
    in.take('?');
    boolean again = !in.atEnd() && "*+?".indexOf(in.peek()) >= 0;
    boolean wrong = range[0] > MAX_COUNT || range[1] > MAX_COUNT || node instanceof Edge;
    return again || wrong || (range[1] >= 0 && range[1] < range[0])
        ? Optional.empty()
        : Optional.of(new Repeat(node, range[0], range[1]));
  }

  private int[] repetition() {
    if (in.take('*')) {
      return new int[] {0, -1};
    }
    if (in.take('+')) {
      return new int[] {1, -1};
    }
    return in.take('?') ? new int[] {0, 1} : in.counts();
  }

  private Optional<PatternNode> atom() {
    int c = in.next();
    return switch (c) {
      case '(' -> group();
      case '[' -> CharacterClass.read(in, ignoreCase).map(One::new);
      case '.' -> Optional.of(new One(dotAll ? _ -> true : it -> it != '\n'));
      case '^' -> Optional.of(new Edge(multiLine ? Edge.Kind.LINE_START : Edge.Kind.TEXT_START));
      case '$' -> Optional.of(new Edge(multiLine ? Edge.Kind.LINE_END : Edge.Kind.TEXT_END));
      case '\\' -> escape();
      case '*', '+', '?' -> Optional.empty();
      default -> Optional.of(new One(CharacterClass.one(c, ignoreCase)));
    };
  }

  private Optional<PatternNode> escape() {
    return switch (in.atEnd() ? 0 : in.peek()) {
      case 'b' -> edge(Edge.Kind.WORD);
      case 'B' -> edge(Edge.Kind.NO_WORD);
      case 'A' -> edge(Edge.Kind.TEXT_START);
      case 'z' -> edge(Edge.Kind.TEXT_END);
      default -> CharacterClass.escape(in, ignoreCase).map(One::new);
    };
  }

  private Optional<PatternNode> edge(Edge.Kind kind) {
    in.next();
    return Optional.of(new Edge(kind));
  }

  private Optional<PatternNode> group() {
    boolean wasIgnoring = ignoreCase;
    boolean wasDotAll = dotAll;
    boolean wasMultiLine = multiLine;
    if (in.take('?') && !flags()) {
      return Optional.empty();
    }
    if (in.take(')')) {
      // Flags for the rest of the group around.
      return Optional.of(new Sequence(List.of()));
    }
    if (depth++ >= MAX_DEPTH) {
      return Optional.empty();
    }
    Optional<PatternNode> inner = choice();
    depth--;
    ignoreCase = wasIgnoring;
    dotAll = wasDotAll;
    multiLine = wasMultiLine;
    return in.take(')') ? inner : Optional.empty();
  }

  /// Reads `:`, `P<name>`, or flags such as `i` up to `:` or before `)`.
  private boolean flags() {
    if (in.takeName()) {
      return true;
    }
    boolean on = true;
    while (!in.atEnd() && in.peek() != ')') {
      switch (in.next()) {
        case ':' -> {
          return true;
        }
        case '-' -> on = false;
        case 'i' -> ignoreCase = on;
        case 's' -> dotAll = on;
        case 'm' -> multiLine = on;
        default -> {
          return false;
        }
      }
    }
    return !in.atEnd();
  }
}
