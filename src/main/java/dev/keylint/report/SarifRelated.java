package dev.keylint.report;

import com.contrastsecurity.sarif.Location;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The places that a message links to, numbered from 1, with what stands there.
record SarifRelated(List<Finding.Related> related, Set<Location> locations) {
  /// More than anybody follows, and far below what code scanning takes.
  private static final int MOST = 20;

  /// The places of a finding, those of its open causes included.
  static SarifRelated of(Finding finding, SarifPlaces places) {
    List<Finding.Related> related = new ArrayList<>(finding.related());
    if (finding.outcome() instanceof Outcome.Open(var because)) {
      because.forEach(cause -> related.add(new Finding.Related(cause.at(), cause.text())));
    }
    List<Finding.Related> shown = related.stream().distinct().limit(MOST).toList();
    Set<Location> locations = new LinkedHashSet<>();
    for (Finding.Related one : shown) {
      locations.add(
          new Location()
              .withId(locations.size() + 1)
              .withPhysicalLocation(places.physical(one.at()))
              .withMessage(SarifWords.message(places.plain(one.message()))));
    }
    return new SarifRelated(shown, locations);
  }
}
