package dev.keylint.finding;

import dev.keylint.rule.Fix.Safety;
import dev.keylint.text.Location;
import dev.keylint.text.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What cures a finding, all of it or nothing.
///
/// @param title what the changes do, as a phrase: `set disableLocalAuth to true`
/// @param changes what is to be different
/// @param edits the same as text; empty as long as nobody has looked at that, or if there is no way
/// @param because what an unsafe fix may break. Invariant: there is one if it is unsafe
public record Fix(
    String title, List<Change> changes, List<Edit> edits, Safety safety, Optional<String> because) {
  /// Copies of a loop that want a value each would have to be taken apart.
  private static final int MOST_CHANGES = 50;

  private static final int MOST_LINES = 3;

  private static final Change TOO_MANY =
      new Change.Impossible("its copies need a change each, and there are many");

  private static final Change DIFFERENT = new Change.Impossible("its copies need different values");

  public Fix {
    changes = List.copyOf(changes);
    edits = List.copyOf(edits);
    if ((changes.isEmpty() && edits.isEmpty()) || (safety == Safety.UNSAFE && because.isEmpty())) {
      throw new IllegalStateException(
          "a fix without changes, or unsafe without a reason: " + title);
    }
  }

  /// A fix of which only the text is known.
  public Fix(String title, List<Edit> edits, Safety safety, Optional<String> because) {
    this(title, List.of(), edits, safety, because);
  }

  /// The characters at this place become `newText`; an empty range is an insertion.
  public record Edit(Location.InFile at, String newText) {}

  /// The fix of a finding that two answers make up: it needs the changes of both.
  static Optional<Fix> both(Optional<Fix> first, Optional<Fix> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    Fix one = first.orElseThrow();
    List<Change> more = second.orElseThrow().changes;
    if (one.changes.contains(TOO_MANY)
        || one.changes.contains(DIFFERENT)
        || one.changes.containsAll(more)) {
      return first;
    }
    if (one.changes.size() > MOST_CHANGES) {
      return Optional.of(one.stuck(TOO_MANY));
    }
    if (more.stream().anyMatch(it -> one.changes.stream().anyMatch(it::contradicts))) {
      return Optional.of(one.stuck(DIFFERENT));
    }
    Set<Change> all = new LinkedHashSet<>(one.changes);
    all.addAll(more);
    return Optional.of(
        new Fix(one.title, new ArrayList<>(all), one.edits, one.safety, one.because));
  }

  /// The same fix, which can't be made.
  ///
  /// @param why as a phrase
  public Fix refused(String why) {
    return stuck(new Change.Impossible(why));
  }

  /// What comes into files by it that may have stood in none.
  public List<String> texts() {
    return changes.stream().flatMap(it -> it.texts().stream()).toList();
  }

  private Fix stuck(Change why) {
    return new Fix(title, List.of(why), edits, safety, because);
  }

  /// The title, and where the changes are if that is another place than the one in question.
  public String title(Location shown) {
    return what(shown).toString();
  }

  /// The same, for whoever says the places of another state of the files.
  public Phrase what(Location shown) {
    Map<String, Phrase.Part.OnLine> lines =
        changes.stream()
            .flatMap(it -> it.place().stream())
            .filter(Location.InFile.class::isInstance)
            .map(Location.InFile.class::cast)
            .collect(
                Collectors.toMap(
                    Fix::line, Phrase.Part.OnLine::new, (one, _) -> one, LinkedHashMap::new));
    boolean same =
        lines.isEmpty()
            || (shown instanceof Location.InFile at && lines.keySet().equals(Set.of(line(at))));
    int more = lines.size() - MOST_LINES;
    return same
        ? Phrase.of(title)
        : Phrase.of(title + " at ")
            .and(Phrase.list(lines.values().stream().limit(MOST_LINES).toList()))
            .and(more > 0 ? " and " + more + " more places" : "");
  }

  private static String line(Location.InFile at) {
    return at.source().path() + ":" + at.start().line();
  }

  /// Whether it gives somebody a role.
  public boolean grants() {
    return changes.stream()
        .map(Change::bare)
        .anyMatch(it -> it instanceof Change.Assign || it instanceof Change.Role);
  }

  /// The same with these edits.
  public Fix with(List<Edit> made) {
    return new Fix(title, changes, made, safety, because);
  }
}
