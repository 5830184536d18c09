package dev.keylint.check;

import dev.keylint.finding.Finding;
import java.util.List;

/// What the rules say about one estate: findings that hold nothing of it but places and texts.
///
/// @param judged one for each answer, the same place perhaps several times
/// @param gaps what can't be told because something of the estate could not be read
public record Answers(List<Finding> judged, List<Finding> gaps) {
  public Answers {
    judged = List.copyOf(judged);
    gaps = List.copyOf(gaps);
  }
}
