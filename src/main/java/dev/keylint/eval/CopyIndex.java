package dev.keylint.eval;

import dev.keylint.eval.run.Memo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What is deployed by some key, found out when it is first asked for.
///
/// What the collection of a loop refers to may ask for it: then it lacks what that loop makes, and
/// counts until the loop's turns are known.
final class CopyIndex {
  private Memo<Map<String, Optional<Copy>>> memo = new Memo<>();
  private List<Copies> lacking = List.of();

  /// The index; empty while it is being made.
  ///
  /// @param declared what may be in it
  Map<String, Optional<Copy>> get(
      Supplier<List<Copies>> declared, Supplier<Map<String, Optional<Copy>>> maker) {
    if (!lacking.isEmpty() && lacking.stream().noneMatch(Copies::isCounting)) {
      memo = new Memo<>();
      lacking = List.of();
    }
    return memo.get(
        () -> {
          lacking = declared.get().stream().filter(Copies::isCounting).toList();
          return maker.get();
        },
        Map::of);
  }
}
