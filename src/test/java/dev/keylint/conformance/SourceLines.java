package dev.keylint.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The official source map: a Bicep file, and behind each of its lines those of the compiled
/// template that come from it.
final class SourceLines {
  private static final String REMARK = "//@";

  /// Lines that only open or close something.
  private static final Pattern BRACKET = Pattern.compile("(.*[\\[{]|\\s*[\\]}],?)");

  private SourceLines() {}

  /// A line of a compiled template that holds a value without parts, verbatim, and the line of the
  /// Bicep file that it comes from, counted from 1.
  record Leaf(int line, String text) implements Comparable<Leaf> {
    @Override
    public int compareTo(Leaf other) {
      int byLine = Integer.compare(line, other.line);
      return byLine != 0 ? byLine : text.compareTo(other.text);
    }
  }

  /// What the map lists.
  static List<Leaf> leaves(String map) {
    List<Leaf> leaves = new ArrayList<>();
    int line = 0;
    for (String text : map.lines().toList()) {
      if (!text.startsWith(REMARK)) {
        line++;
      } else if (!BRACKET.matcher(text.substring(REMARK.length())).matches()) {
        leaves.add(new Leaf(line, text.substring(REMARK.length())));
      }
    }
    return leaves;
  }

  /// What only one of the two lists has, or has more often.
  static List<String> differences(List<Leaf> official, List<Leaf> ours) {
    Map<Leaf, Integer> surplus = new TreeMap<>();
    official.forEach(leaf -> surplus.merge(leaf, 1, Integer::sum));
    ours.forEach(leaf -> surplus.merge(leaf, -1, Integer::sum));
    List<String> differences = new ArrayList<>();
    surplus.forEach((leaf, count) -> {
      String side = count > 0 ? "the map's" : "ours";
      for (int i = 0; i < Math.abs(count); i++) {
        differences.add("line %d, only %s: %s".formatted(leaf.line(), side, leaf.text().strip()));
      }
    });
    return differences;
  }
}
