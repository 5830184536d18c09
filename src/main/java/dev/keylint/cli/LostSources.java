package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The files that a report would quote and that have changed since they were judged.
final class LostSources {
  private LostSources() {}

  /// One diagnostic for each such file, sorted by path.
  static List<Diagnostic> of(Collection<Finding> findings, Collection<Diagnostic> diagnostics) {
    Map<String, Source> sources = new HashMap<>();
    findings.forEach(finding -> {
      add(finding.at(), sources);
      finding.related().forEach(related -> add(related.at(), sources));
    });
    diagnostics.forEach(diagnostic -> add(diagnostic.location(), sources));
    return sources.values().stream()
        .filter(Source::isLost)
        .sorted(Comparator.comparing(Source::path))
        .map(LostSources::lost)
        .filter(it -> !diagnostics.contains(it))
        .toList();
  }

  /// As it is said when the file is read anew.
  private static Diagnostic lost(Source source) {
    return Diagnostic.of(
        Kind.UNREADABLE,
        "`" + source.path() + "` changed while it was being scanned",
        new Location.WholeFile(source.path()));
  }

  private static void add(Location at, Map<String, Source> sources) {
    if (at instanceof Location.InFile(var source, _)) {
      sources.putIfAbsent(source.path(), source);
    }
  }
}
