package dev.keylint.report;

import dev.keylint.finding.Finding;
import dev.keylint.text.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A finding as a compiler would print it: what, where, the code, where the value comes from, help.
final class TextFindings {
  /// Places that are shown with their code; the others are named.
  private static final int MOST_FRAMES = 3;

  private final TextWriter out;
  private final Paint paint;
  private final TextPlaces places;
  private final DeployedBy deployedBy;

  TextFindings(TextWriter out, Paint paint, TextPlaces places, ReportInput input) {
    this.out = out;
    this.paint = paint;
    this.places = places;
    this.deployedBy = new DeployedBy(input);
  }

  void write(Finding finding) throws IOException {
    String level = finding.severity().word() + "[" + finding.ruleId() + "]";
    out.words(
        paint.severity(finding.severity(), level),
        level.length(),
        4,
        ": " + places.plain(finding.message()),
        paint::bold);
    List<Finding.Related> framed = framed(finding);
    CodeFrame frame = new CodeFrame(out, paint, places, gutter(finding.at(), framed));
    frame.show(
        finding.at(), new FrameMark('^', text -> paint.severity(finding.severity(), text), ""));
    for (Finding.Related related : framed) {
      frame.bar();
      frame.show(related.at(), new FrameMark('-', paint::frame, places.plain(related.message())));
    }
    List<Remark> remarks = remarks(finding, framed);
    if (!remarks.isEmpty() && finding.at() instanceof Location.InFile) {
      frame.bar();
    }
    for (Remark remark : remarks) {
      frame.remark(remark.kind(), places.plain(remark.words()));
    }
    out.blank();
  }

  private record Remark(String kind, String words) {}

  private List<Remark> remarks(Finding finding, List<Finding.Related> framed) {
    List<Remark> remarks = new ArrayList<>();
    for (Finding.Related related : finding.related()) {
      if (!framed.contains(related)) {
        String where = related.at().equals(finding.at()) ? "" : " -> " + related.at();
        remarks.add(new Remark("note", related.message() + where));
      }
    }
    if (finding.instances() > 1) {
      remarks.add(new Remark("note", "it stands for " + finding.instances() + " resources"));
    }
    String deployments = deployedBy.of(finding);
    if (!deployments.isEmpty()) {
      remarks.add(new Remark("note", deployments));
    }
    if (!finding.remediation().isBlank()) {
      remarks.add(new Remark("help", finding.remediation()));
    }
    return remarks;
  }

  private static List<Finding.Related> framed(Finding finding) {
    return finding.related().stream()
        .filter(related -> related.at() instanceof Location.InFile)
        .filter(related -> !related.at().equals(finding.at()))
        .limit(MOST_FRAMES)
        .toList();
  }

  private static int gutter(Location at, List<Finding.Related> framed) {
    List<Location> shown = new ArrayList<>(framed.stream().map(Finding.Related::at).toList());
    shown.add(at);
    return shown.stream().mapToInt(CodeFrame::digits).max().orElse(1);
  }
}
