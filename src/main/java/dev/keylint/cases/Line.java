package dev.keylint.cases;

import java.util.Comparator;

/// A line of a file with cases.
///
/// @param number counted from 1; 0 for a place in none of the files
public record Line(String file, int number) implements Comparable<Line> {
  private static final Comparator<Line> ORDER =
      Comparator.comparing(Line::file).thenComparingInt(Line::number);

  static final Line ELSEWHERE = new Line("", 0);

  @Override
  public int compareTo(Line other) {
    return ORDER.compare(this, other);
  }

  /// As editors and terminals link it.
  @Override
  public String toString() {
    return file + ":" + number;
  }
}
