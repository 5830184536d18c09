package dev.keylint.report;

/// How many columns of a terminal a character takes.
final class Columns {
  /// First and last of the characters that take two, from Unicode's East Asian Width, in order.
  private static final int[][] WIDE = {
    {0x1100, 0x115f}, {0x231a, 0x231b}, {0x2329, 0x232a}, {0x23e9, 0x23ec}, {0x2614, 0x2615},
    {0x26a1, 0x26a1}, {0x2705, 0x2705}, {0x274c, 0x274c}, {0x2728, 0x2728}, {0x2e80, 0x303e},
    {0x3041, 0x33ff}, {0x3400, 0x4dbf}, {0x4e00, 0xa4cf}, {0xa960, 0xa97f}, {0xac00, 0xd7a3},
    {0xf900, 0xfaff}, {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}
  };

  private Columns() {}

  /// 0 for marks that sit on the character before, 2 for the wide ones, else 1.
  static int of(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> wide(character) ? 2 : 1;
    };
  }

  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  private static boolean wide(int character) {
    for (int[] range : WIDE) {
      if (character < range[0]) {
        return false;
      }
      if (character <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
