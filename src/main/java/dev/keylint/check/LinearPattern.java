package dev.keylint.check;

import dev.keylint.check.PatternNode.Edge;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// A regular expression matched in time linear in the text, whatever the pattern: all ways to match
/// go on side by side (Thompson's construction).
public final class LinearPattern {
  private static final int MAX_STATES = 5000;

  /// One state: `set` reads a character and goes on to `next`; `edge` tests and goes on to `next`;
  /// else both `next` and `other` are tried. The state without a way out has matched.
  private record State(Optional<IntPredicate> set, Optional<Edge.Kind> edge, int next, int other) {}

  private static final int MATCHED = -1;

  private final List<State> states = new ArrayList<>();
  private int start;

  private LinearPattern() {}

  /// The pattern, or empty when it is not understood or too large.
  public static Optional<LinearPattern> compile(String pattern) {
    LinearPattern compiled = new LinearPattern();
    Optional<PatternNode> node = PatternParser.parse(pattern);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    compiled.start = compiled.add(node.orElseThrow(), MATCHED);
    return compiled.states.size() <= MAX_STATES ? Optional.of(compiled) : Optional.empty();
  }

  /// Adds the states of a node that goes on to `next`; returns where to begin.
  private int add(PatternNode node, int next) {
    return switch (node) {
      case PatternNode.One(IntPredicate set) ->
          state(new State(Optional.of(set), Optional.empty(), next, next));
      case Edge(Edge.Kind kind) ->
          state(new State(Optional.empty(), Optional.of(kind), next, next));
      case PatternNode.Sequence(List<PatternNode> nodes) -> {
        int begin = next;
        for (PatternNode it : nodes.reversed()) {
          begin = add(it, begin);
        }
        yield begin;
      }
      case PatternNode.Choice(List<PatternNode> nodes) -> {
        int begin = add(nodes.getLast(), next);
        for (PatternNode it : nodes.subList(0, nodes.size() - 1)) {
          begin = fork(add(it, next), begin);
        }
        yield begin;
      }
      case PatternNode.Repeat(PatternNode it, int min, int max) -> repeat(it, min, max, next);
    };
  }

  private int repeat(PatternNode node, int min, int max, int next) {
    int begin = next;
    if (max < 0) {
      begin = fork(next, next);
      int body = add(node, begin);
      if (begin < states.size()) {
        states.set(begin, new State(Optional.empty(), Optional.empty(), body, next));
      }
    }
    for (int i = min; i < max; i++) {
      begin = fork(add(node, begin), next);
    }
    for (int i = 0; i < min; i++) {
      begin = add(node, begin);
    }
    return begin;
  }

  private int fork(int first, int second) {
    return state(new State(Optional.empty(), Optional.empty(), first, second));
  }

  private int state(State state) {
    if (states.size() <= MAX_STATES) {
      states.add(state);
    }
    return states.size() - 1;
  }

  /// Whether some part of the text matches.
  public boolean find(String text) {
    int[] points = text.codePoints().toArray();
    BitSet current = new BitSet(states.size());
    for (int at = 0; at <= points.length; at++) {
      if (reach(start, points, at, current)) {
        return true;
      }
      if (at == points.length) {
        return false;
      }
      BitSet following = new BitSet(states.size());
      for (int i = current.nextSetBit(0); i >= 0; i = current.nextSetBit(i + 1)) {
        State state = states.get(i);
        if (state.set().isPresent() && state.set().orElseThrow().test(points[at])) {
          if (reach(state.next(), points, at + 1, following)) {
            return true;
          }
        }
      }
      current = following;
    }
    return false;
  }

  /// Marks all states that are reached without reading; true if one of them has matched.
  private boolean reach(int from, int[] points, int at, BitSet marked) {
    List<Integer> rest = new ArrayList<>(List.of(from));
    while (!rest.isEmpty()) {
      int index = rest.removeLast();
      if (index == MATCHED) {
        return true;
      }
      if (marked.get(index)) {
        continue;
      }
      marked.set(index);
      State state = states.get(index);
      boolean open = state.edge().map(it -> isAt(it, points, at)).orElse(true);
      if (state.set().isEmpty() && open) {
        rest.add(state.other());
        rest.add(state.next());
      }
    }
    return false;
  }

  private static boolean isAt(Edge.Kind edge, int[] points, int at) {
    boolean before = at > 0 && CharacterClass.word(points[at - 1]);
    boolean after = at < points.length && CharacterClass.word(points[at]);
    return switch (edge) {
      case TEXT_START -> at == 0;
      case TEXT_END -> at == points.length;
      case LINE_START -> at == 0 || points[at - 1] == '\n';
      case LINE_END -> at == points.length || points[at] == '\n';
      case WORD -> before != after;
      case NO_WORD -> before == after;
    };
  }
}
