package dev.keylint.graph.role;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the built-in role whose GUID somebody meant to write.
///
/// Two GUIDs hardly ever look alike by chance: the same first two groups of digits, or up to three
/// slips of the hand, mean that one was copied from the other.
final class NearRoles {
  private static final int SAME_START = 13;
  private static final int MOST_SLIPS = 3;

  private NearRoles() {}

  /// The only role that is this near; empty when there is none, and when there are several.
  static Optional<BuiltInRole> to(String guid) {
    String wanted = guid.toLowerCase(Locale.ROOT);
    List<BuiltInRole> near =
        BuiltInRoles.table().all().stream().filter(it -> isNear(it.id(), wanted)).toList();
    return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
  }

  private static boolean isNear(String one, String other) {
    return one.regionMatches(0, other, 0, SAME_START) || slips(one, other) <= MOST_SLIPS;
  }

  /// How many characters have to be changed, added or taken away; more than the most allowed when
  /// the lengths differ by that alone.
  static int slips(String one, String other) {
    if (Math.abs(one.length() - other.length()) > MOST_SLIPS) {
      return MOST_SLIPS + 1;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
