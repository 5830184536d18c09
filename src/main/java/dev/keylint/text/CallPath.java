package dev.keylint.text;

import java.util.ArrayList;
import java.util.List;

/// How a declaration is reached from its root: the places of the calls on the way, outermost first,
/// and its own.
///
/// The same declaration has another path for each call of its module, but not for each turn of a
/// loop, and not for each parameter file of the root.
public record CallPath(List<Location> places) {
  /// The path of a root, which nothing calls.
  public static final CallPath ROOT = new CallPath(List.of());

  public CallPath {
    places = List.copyOf(places);
  }

  /// The path of what stands one call deeper, or of a declaration there.
  public CallPath into(Location place) {
    List<Location> longer = new ArrayList<>(places);
    longer.add(place);
    return new CallPath(longer);
  }

  /// The place of the declaration itself.
  public Location last() {
    return places.getLast();
  }
}
