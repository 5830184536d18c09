package dev.keylint.finding;

import dev.keylint.rule.Fix.Safety;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;

/// Changes of the source that cure a finding, to be made all or none.
///
/// @param title what the changes do, as a phrase: `set disableLocalAuth to true`
/// @param because what an unsafe fix may break. Invariant: there is one if it is unsafe
public record Fix(String title, List<Edit> edits, Safety safety, Optional<String> because) {
  public Fix {
    edits = List.copyOf(edits);
    if (edits.isEmpty() || (safety == Safety.UNSAFE && because.isEmpty())) {
      throw new IllegalStateException("a fix without edits, or unsafe without a reason: " + title);
    }
  }

  /// The characters at this place become `newText`; an empty range is an insertion.
  public record Edit(Location.InFile at, String newText) {}
}
