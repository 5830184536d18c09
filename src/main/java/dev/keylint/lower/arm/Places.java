package dev.keylint.lower.arm;

import dev.keylint.text.Location;

/// Places made of other places.
final class Places {
  private Places() {}

  /// From the start of one place to the end of another in the same file.
  static Location both(Location first, Location last) {
    return first instanceof Location.InFile(var source, var start)
            && last instanceof Location.InFile(_, var end)
        ? new Location.InFile(source, start.to(end))
        : first;
  }
}
