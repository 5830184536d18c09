package dev.keylint.yaml;

/// Turns offsets counted in code points, as snakeyaml gives them, into UTF-16 offsets.
final class CodePoints {
  private final int length;
  private final int[] units;

  CodePoints(String text) {
    this.length = text.length();
    int count = text.codePointCount(0, length);
    this.units = new int[count == length ? 0 : count];
    for (int point = 0, unit = 0; point < units.length; point++) {
      units[point] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
  }

  int toUnits(int points) {
    if (units.length == 0) {
      return Math.min(points, length);
    }
    return points < units.length ? units[points] : length;
  }
}
