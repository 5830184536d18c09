package dev.keylint.defects;

import java.util.List;
import java.util.Set;

/// A kind of defect that can be made in any repository.
///
/// @param rules of which at least one has to find it
/// @param besides what may be found as well: consequences of the same edit
/// @param everywhere whether it is a defect wherever it is deployed, not only where somebody calls
record Kind(
    String name, Set<String> rules, Set<String> besides, boolean everywhere, List<Swap> swaps) {
  Kind {
    rules = Set.copyOf(rules);
    besides = Set.copyOf(besides);
    swaps = List.copyOf(swaps);
  }
}
