package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Fix;
import dev.keylint.fix.PlacesNow;
import dev.keylint.report.Redaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what `keylint fix` did, and what it did not do and why.
///
/// Places are those of the files as they are when it is read: with the fixes, or without them if
/// none was written. What was fixed is nowhere any more: it was found in the files without them.
final class FixReport {
  private final Mending.Result result;
  private final boolean diff;
  private final Repairs.Unsafe unsafe;
  private final Redaction redaction;
  private final PlacesNow first;
  private final PlacesNow left;

  /// @param diff whether nothing has been changed
  /// @param unsafe what unsafe fixes would do that were not asked for
  /// @param texts what files hold before they are written
  FixReport(
      Mending.Result result,
      boolean diff,
      Repairs.Unsafe unsafe,
      Function<String, Optional<String>> texts) {
    this.result = result;
    this.diff = diff;
    this.unsafe = unsafe;
    this.redaction = result.last().redaction();
    this.first = places(result.before(), texts);
    this.left = places(diff ? result.before() : result.after(), texts);
  }

  private static PlacesNow places(
      Map<String, String> some, Function<String, Optional<String>> others) {
    return new PlacesNow(path -> Optional.ofNullable(some.get(path)).or(() -> others.apply(path)));
  }

  /// What is to be said, of the files as they are: before they are written.
  ///
  /// @param stale files that have to be built again
  List<String> lines(Collection<String> stale) {
    List<String> lines = new ArrayList<>();
    for (Remedy it : result.made()) {
      lines.add(
          (diff ? "would fix " : "fixed ")
              + it.finding().ruleId()
              + (diff ? " at " : ", found at ")
              + first.of(it.finding().at())
              + ": "
              + it.fix().what(it.finding().at()).text(first::of)
              + risk(it.fix()));
    }
    result.refused().forEach(it -> lines.add(refused(it.remedy().finding(), why(it))));
    active(result.last()).filter(this::isStuck).forEach(it -> lines.add(refused(it, why(it))));
    for (String path : stale) {
      lines.add(
          "build `"
              + path
              + "` again: it is made of what "
              + (diff ? "would be" : "was")
              + " changed");
    }
    lines.add(last());
    return lines.stream().map(redaction::line).toList();
  }

  private String refused(Finding finding, String why) {
    return "not fixed " + finding.ruleId() + " at " + left.of(finding.at()) + ": " + why;
  }

  /// Why its fix, which was not asked for, can't be made either.
  private String why(Finding stuck) {
    return Optional.ofNullable(unsafe.refused().get(Remedy.Key.of(stuck)))
        .map(it -> it.text(left::of))
        .orElse("");
  }

  /// Nobody is sent to `--unsafe` who would be turned away there, too.
  private String why(Refusal it) {
    Remedy.Key key = it.remedy().key();
    return it.unsafe()
        .map(more ->
            unsafe.mended().contains(key)
                ? it.why().and(more)
                : unsafe.refused().getOrDefault(key, it.why()))
        .orElse(it.why())
        .text(left::of);
  }

  private static String risk(Fix fix) {
    return fix.because().map(it -> " (unsafe: " + it + ")").orElse("");
  }

  private String last() {
    String gaps =
        result.last().summary().incomplete()
            ? "; incomplete: `keylint scan` says what could not be read"
            : "";
    return done() + "; " + remain() + gaps;
  }

  private String done() {
    int made = result.made().size();
    if (made == 0) {
      return "nothing to fix" + (result.refused().isEmpty() ? "" : " that can be fixed here");
    }
    long late = made - known();
    long gone = gone();
    return (diff ? "would fix " : "fixed ")
        + counted(made, "finding")
        + " in "
        + counted(result.after().size(), "file")
        + (late > 0 ? ", " + late + " of which came up on the way" : "")
        + (gone > 0
            ? ", and "
                + gone
                + " more "
                + (diff ? "would be" : gone == 1 ? "is" : "are")
                + " gone with "
                + (made == 1 ? "it" : "them")
            : "");
  }

  /// How many of those that were there at first were fixed.
  private long known() {
    Set<Remedy.Key> first = active(result.first()).map(Remedy.Key::of).collect(Collectors.toSet());
    return result.made().stream().filter(it -> first.contains(it.key())).count();
  }

  /// How many went that nobody fixed; below zero if more came than went.
  private long gone() {
    return active(result.first()).count() - known() - active(result.last()).count();
  }

  private String remain() {
    List<Finding> left = active(result.last()).toList();
    if (left.isEmpty()) {
      return "none remain";
    }
    long mendable = left.stream().filter(it -> unsafe.mended().contains(Remedy.Key.of(it))).count();
    long none = left.stream().filter(it -> it.fix().isEmpty()).count();
    List<String> more = new ArrayList<>();
    if (gone() < 0) {
      more.add(-gone() + " of them seen only now");
    }
    if (mendable > 0) {
      more.add(mendable + " of them with an unsafe fix, which --unsafe makes");
    }
    long stuck = left.stream().filter(this::isStuck).count();
    if (stuck > 0) {
      more.add(stuck + " of them with a fix that can't be made here");
    }
    if (none > 0) {
      more.add(none + " of them without a fix");
    }
    return counted(left.size(), "finding")
        + (left.size() == 1 ? " remains" : " remain")
        + more.stream().map(it -> ", " + it).collect(Collectors.joining());
  }

  /// Whether the fix of a finding is unsafe and would not be made even so; of others it was said.
  private boolean isStuck(Finding it) {
    Remedy.Key key = Remedy.Key.of(it);
    return unsafe.refused().containsKey(key)
        && result.refused().stream().noneMatch(one -> one.remedy().key().equals(key));
  }

  private static Stream<Finding> active(Assessment state) {
    return state.findings().stream().filter(Finding::active);
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
