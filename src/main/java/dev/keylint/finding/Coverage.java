package dev.keylint.finding;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a run has seen, and what it has not.
///
/// @param filesRead how many files were parsed
/// @param filesNotUnderstood paths of files of which something could not be read or understood
/// @param deployments labels of the deployments that were expanded, in scan order
/// @param modulesMissing references of modules that are not here
/// @param resourcesByType how many resources there are of each type, by name
/// @param rulesRun how many rules were asked
/// @param judged how many subjects some rule gave an answer about
/// @param leftOut how many declarations no deployment makes, of types that error-level rules look
///   at
/// @param units the readings of Azure that were tried
public record Coverage(
    int filesRead,
    List<String> filesNotUnderstood,
    List<String> deployments,
    List<String> modulesMissing,
    Map<String, Integer> resourcesByType,
    int rulesRun,
    int judged,
    int leftOut,
    List<CoverageUnit> units) {
  public Coverage {
    filesNotUnderstood = List.copyOf(filesNotUnderstood);
    deployments = List.copyOf(deployments);
    modulesMissing = List.copyOf(modulesMissing);
    resourcesByType = Collections.unmodifiableMap(new TreeMap<>(resourcesByType));
    units = List.copyOf(units);
  }

  /// Whether no rule had anything to look at.
  public boolean nothingJudged() {
    return judged == 0 && leftOut == 0;
  }

  /// The files that diagnostics say something was lost of, sorted; a module that is not here is no
  /// fault of the file that refers to it.
  public static List<String> notUnderstood(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(it -> it.kind().incomplete() && it.kind() != Diagnostic.Kind.MISSING_MODULE)
        .flatMap(it -> file(it.location()).stream())
        .sorted()
        .distinct()
        .toList();
  }

  /// References of modules that are not here: of those that deployments come by, then of the
  /// others, which no deployment calls or which only give types and functions.
  public static List<String> missing(
      Collection<String> called, Collection<Diagnostic> diagnostics) {
    Set<String> all = new LinkedHashSet<>(called);
    diagnostics.stream()
        .filter(it -> it.kind() == Diagnostic.Kind.MISSING_MODULE)
        .flatMap(it -> literal(it.location()).stream())
        .sorted()
        .forEach(all::add);
    return List.copyOf(all);
  }

  /// What is written in quotes at a place.
  private static Optional<String> literal(Location location) {
    return location instanceof Location.InFile(Source source, Span span)
        ? Optional.of(source.text().substring(span.start(), span.end()))
            .filter(it -> it.length() > 2 && (it.startsWith("'") || it.startsWith("\"")))
            .map(it -> it.substring(1, it.length() - 1))
        : Optional.empty();
  }

  private static Optional<String> file(Location location) {
    return switch (location) {
      case Location.InFile(var source, _) -> Optional.of(source.path());
      case Location.WholeFile(var path) -> Optional.of(path);
      case Location.InAzure _ -> Optional.empty();
    };
  }

  /// How many resources there are in all.
  public int resources() {
    return resourcesByType.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The units that were not read to their end, and not left out on purpose.
  public List<CoverageUnit> unitsNotRead() {
    return units.stream()
        .filter(unit ->
            unit.state() != CoverageUnit.State.OK && unit.state() != CoverageUnit.State.SKIPPED)
        .toList();
  }
}
