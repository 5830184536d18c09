package dev.keylint.eval.run;

import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an expansion came by.
///
/// @param templates the paths of the files whose templates may be deployed: no condition and no
///   loop keeps them out for certain
/// @param calls those by which templates may be deployed; the empty path is the root
/// @param turned the declarations whose loops have turns, whatever their conditions say
/// @param made the declarations that may give a resource
/// @param keptOut where what a condition or a loop without turns keeps out is declared: every other
///   declaration that was come by is in the estate, or a diagnostic says why not
/// @param keptOutBy the environment variables by which they, or some turns of a loop, are kept out
public record Reached(
    Set<String> templates,
    Set<CallPath> calls,
    Set<CallPath> turned,
    Set<CallPath> made,
    Set<Location> keptOut,
    Map<CallPath, List<Origin.Step>> keptOutBy) {
  /// Nothing so far.
  public Reached() {
    this(
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashMap<>());
  }
}
