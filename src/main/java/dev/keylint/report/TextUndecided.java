package dev.keylint.report;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.text.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stays open, by cause: one missing value often leaves many rules undecided, and it is the
/// value that somebody has to supply.
final class TextUndecided {
  private static final int MOST = 10;

  /// Causes that are shown with their code; the others are named.
  private static final int MOST_FRAMES = 3;

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
      // The gravest of those that one reason keeps open speaks for all.
      write(
          entry.getKey(),
          entry.getValue().stream().sorted(Comparator.comparing(Finding::severity)).toList());
    }
  }

  private void write(List<Outcome.Cause> because, List<Finding> open) throws IOException {
    Finding first = open.getFirst();
    String head = "undecided[" + first.ruleId() + "]";
    out.words(
        paint.undecided(head), head.length(), 4, ": " + places.plain(first.message()), paint::bold);
    List<Location> framed = framed(first.at(), because);
    CodeFrame frame = new CodeFrame(out, paint, places, gutter(first.at(), framed));
    frame.show(first.at(), new FrameMark('^', paint::undecided, ""));
    for (Location at : framed) {
      frame.bar();
      frame.show(at, new FrameMark('-', paint::frame, ""));
    }
    if (first.at() instanceof Location.InFile) {
      frame.bar();
    }
    for (Outcome.Cause cause : because) {
      frame.remark("why", places.plain(cause.text()) + " -> " + places.name(cause.at()));
    }
    for (String help : helps(because)) {
      frame.remark("to decide", places.plain(help));
    }
    for (Finding other : open.subList(1, Math.min(open.size(), MOST))) {
      frame.remark(
          "also",
          other.ruleId() + ": " + places.plain(other.message()) + " -> " + places.name(other.at()));
    }
    if (open.size() > MOST) {
      frame.remark("also", (open.size() - MOST) + " more");
    }
    out.blank();
  }

  private static List<Location> framed(Location shown, List<Outcome.Cause> because) {
    return because.stream()
        .map(Outcome.Cause::at)
        .filter(at -> at instanceof Location.InFile && !at.equals(shown))
        .distinct()
        .limit(MOST_FRAMES)
        .toList();
  }

  private static Set<String> helps(List<Outcome.Cause> because) {
    Set<String> helps = new LinkedHashSet<>();
    because.forEach(cause -> cause.help().ifPresent(helps::add));
    return helps;
  }

  private static int gutter(Location at, List<Location> framed) {
    return Math.max(
        CodeFrame.digits(at), framed.stream().mapToInt(CodeFrame::digits).max().orElse(1));
  }
}
