package dev.keylint.report;

import com.contrastsecurity.sarif.ArtifactChange;
import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.Fix;
import com.contrastsecurity.sarif.Replacement;
import dev.keylint.finding.Fix.Edit;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fixes as SARIF has them: for each file its replacements.
final class SarifFixes {
  private SarifFixes() {}

  static Fix of(dev.keylint.finding.Fix fix, Location at, SarifPlaces places) {
    Map<String, List<Edit>> byFile = new LinkedHashMap<>();
    for (Edit edit : fix.edits()) {
      byFile.computeIfAbsent(places.uri(edit.at()), _ -> new ArrayList<>()).add(edit);
    }
    Set<ArtifactChange> changes = new LinkedHashSet<>();
    for (List<Edit> edits : byFile.values()) {
      changes.add(
          new ArtifactChange()
              .withArtifactLocation(places.artifact(edits.getFirst().at()))
              .withReplacements(edits.stream().map(edit -> replacement(edit, places)).toList()));
    }
    String because = fix.because().map(text -> " " + SarifWords.sentence(text)).orElse("");
    return new Fix()
        .withDescription(
            SarifWords.message(places.plain(SarifWords.sentence(fix.title(at)) + because)))
        .withArtifactChanges(changes);
  }

  private static Replacement replacement(Edit edit, SarifPlaces places) {
    return new Replacement()
        .withDeletedRegion(places.region(edit.at()))
        .withInsertedContent(new ArtifactContent().withText(edit.newText()));
  }
}
