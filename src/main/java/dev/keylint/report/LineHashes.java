package dev.keylint.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What GitHub puts into `partialFingerprints.primaryLocationLineHash`, so that an alert keeps its
/// identity whichever way it is uploaded.
///
/// Defined by github/codeql-action, `src/fingerprints.ts`. Blanks and tabs do not count and every
/// line end is one LF. A line's hash is the polynomial in 37, modulo 2^64, over the 100 UTF-16
/// units from its first one, so it reaches into the lines that follow; behind the text there is one
/// unit 65535 and then zeros. After a colon comes how often this hash has occurred so far.
final class LineHashes {
  private static final int WINDOW = 100;
  private static final char END = '\uffff';

  private final StringBuilder units = new StringBuilder();
  private final List<Integer> starts = new ArrayList<>();

  private LineHashes() {}

  /// Element `i` belongs to line `i + 1`.
  static List<String> of(String text) {
    LineHashes hashes = new LineHashes();
    hashes.read(text);
    return hashes.all();
  }

  private void read(String text) {
    boolean lineStarts = true;
    boolean afterReturn = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : END;
      boolean counts = c != ' ' && c != '\t' && !(afterReturn && c == '\n');
      afterReturn = c == '\r';
      if (!counts) {
        continue;
      }
      if (lineStarts) {
        starts.add(units.length());
      }
      lineStarts = c == '\n' || c == '\r';
      units.append(lineStarts ? '\n' : c);
    }
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(starts.size());
    Map<String, Integer> seen = new HashMap<>();
    for (int start : starts) {
      String hex = Long.toHexString(from(start));
      all.add(hex + ":" + seen.merge(hex, 1, Integer::sum));
    }
    return all;
  }

  private long from(int start) {
    long hash = 0;
    for (int i = start; i < start + WINDOW; i++) {
      hash = 37 * hash + (i < units.length() ? units.charAt(i) : 0);
    }
    return hash;
  }
}
