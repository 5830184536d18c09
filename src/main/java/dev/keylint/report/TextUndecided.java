package dev.keylint.report;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stays open, by cause: one missing value often leaves many rules undecided, and it is the
/// value that somebody has to supply.
final class TextUndecided {
  private static final int MOST = 10;

  private final TextWriter out;
  private final Paint paint;
  private final TextPlaces places;

  TextUndecided(TextWriter out, Paint paint, TextPlaces places) {
    this.out = out;
    this.paint = paint;
    this.places = places;
  }

  void write(List<Finding> findings) throws IOException {
    Map<List<Outcome.Cause>, List<Finding>> byCause = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.undecided() && finding.outcome() instanceof Outcome.Open(var because)) {
        byCause.computeIfAbsent(because, _ -> new ArrayList<>()).add(finding);
      }
    }
    for (var entry : byCause.entrySet()) {
      write(entry.getKey(), entry.getValue());
    }
  }

  private void write(List<Outcome.Cause> because, List<Finding> open) throws IOException {
    Outcome.Cause first = because.getFirst();
    String head = "undecided";
    out.words(
        paint.undecided(head), head.length(), 4, ": " + places.plain(first.text()), paint::bold);
    CodeFrame frame = new CodeFrame(out, paint, places, CodeFrame.digits(first.at()));
    frame.arrow(first.at());
    for (Outcome.Cause cause : because.subList(1, because.size())) {
      frame.remark("and", places.plain(cause.text()) + " -> " + places.name(cause.at()));
    }
    for (Finding finding : open.subList(0, Math.min(open.size(), MOST))) {
      frame.remark(
          finding.ruleId(),
          places.plain(finding.subject().name()) + " -> " + places.name(finding.at()));
    }
    if (open.size() > MOST) {
      frame.remark("and", (open.size() - MOST) + " more");
    }
    out.blank();
  }
}
