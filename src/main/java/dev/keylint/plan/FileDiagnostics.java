package dev.keylint.plan;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import java.util.ArrayList;
import java.util.List;

/// What there is to say about one file, with a bound: nobody reads more, and each is to be printed.
final class FileDiagnostics {
  /// Most that are kept of one file; real ones have a few dozen when they are badly broken.
  static final int MOST = 1_000;

  private FileDiagnostics() {}

  /// Those of two readers of a file, in order.
  static List<Diagnostic> of(List<Diagnostic> first, List<Diagnostic> second) {
    List<Diagnostic> all = new ArrayList<>(first);
    all.addAll(second);
    if (all.size() <= MOST) {
      return all;
    }
    String message = "there are more than " + MOST + " diagnostics of this file";
    Diagnostic cut = Diagnostic.of(Kind.LIMIT, message, all.get(MOST).location());
    List<Diagnostic> some = new ArrayList<>(all.subList(0, MOST));
    some.add(cut);
    return some;
  }
}
