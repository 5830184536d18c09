package dev.keylint.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A canonical expression: two that mean the same are the same object of one `Forest`.
final class Tree {
  private final String label;
  private final List<Tree> parts;
  private final int hash;

  private Tree(String label, List<Tree> parts) {
    this.label = label;
    this.parts = parts;
    this.hash = 31 * label.hashCode() + parts.hashCode();
  }

  String label() {
    return label;
  }

  List<Tree> parts() {
    return parts;
  }

  boolean is(String other) {
    return label.equals(other);
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Tree tree
        && hash == tree.hash
        && label.equals(tree.label)
        && parts.equals(tree.parts);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// Short enough to be read: deep and long parts are cut.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    print(this, out, 7);
    return out.toString();
  }

  private static void print(Tree tree, StringBuilder out, int depth) {
    out.append(tree.label);
    if (tree.parts.isEmpty()) {
      return;
    }
    if (depth == 0 || out.length() > 600) {
      out.append("(…)");
      return;
    }
    String separator = "(";
    for (Tree part : tree.parts) {
      out.append(separator);
      print(part, out, depth - 1);
      separator = ", ";
    }
    out.append(')');
  }

  /// The way to the first place where two trees differ, and what stands there.
  static Optional<String> difference(Tree left, Tree right) {
    if (left.equals(right)) {
      return Optional.empty();
    }
    if (left.label.equals(right.label) && left.parts.size() == right.parts.size()) {
      for (int i = 0; i < left.parts.size(); i++) {
        Optional<String> below = difference(left.parts.get(i), right.parts.get(i));
        if (below.isPresent()) {
          return below.map(text -> left.label + " > " + text);
        }
      }
    }
    return Optional.of("\n  bicep: " + left + "\n  json:  " + right);
  }

  /// Makes trees so that equal ones are identical.
  static final class Forest {
    private final Map<Tree, Tree> grown = new HashMap<>();

    Tree of(String label, List<Tree> parts) {
      Tree tree = new Tree(label, List.copyOf(parts));
      return grown.computeIfAbsent(tree, same -> same);
    }

    Tree of(String label, Tree... parts) {
      return of(label, List.of(parts));
    }

    Tree text(String value) {
      return of("'" + value + "'");
    }

    /// A text of literal parts and holes: nested ones are flattened, neighbouring literals joined.
    Tree join(List<Tree> parts) {
      List<Tree> flat = new ArrayList<>();
      for (Tree part : parts) {
        for (Tree piece : part.is("text") ? part.parts() : List.of(part)) {
          if (isText(piece) && !flat.isEmpty() && isText(flat.getLast())) {
            flat.set(flat.size() - 1, text(content(flat.getLast()) + content(piece)));
          } else if (!piece.is("''")) {
            flat.add(piece);
          }
        }
      }
      boolean literal = flat.stream().allMatch(Forest::isText);
      return literal ? flat.isEmpty() ? text("") : flat.getFirst() : of("text", flat);
    }

    static boolean isText(Tree tree) {
      return tree.label.startsWith("'") && tree.parts.isEmpty();
    }

    static String content(Tree text) {
      return text.label.substring(1, text.label.length() - 1);
    }
  }
}
