package dev.keylint.lower;

import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds the templates that one ARM template file links to.
public interface LinkedTemplates {
  /// Finds none.
  LinkedTemplates NONE =
      (reference, at, report) -> {
        report.accept(missing(reference, at));
        return Optional.empty();
      };

  /// What there is to say of a template that is not here.
  static Diagnostic missing(String reference, Location at) {
    boolean url = reference.regionMatches(true, 0, "http", 0, 4);
    return Diagnostic.of(Kind.MISSING_MODULE, "the template `" + reference + "` is not here", at)
        .help(
            url
                ? "nothing is fetched: a file stands in for it whose path from here ends the URL"
                : "only a `relativePath` inside the scanned folder is followed");
  }

  /// The template of a reference; when there is none the reason is reported.
  ///
  /// It stays inside the scan root, and a file that links to itself is not found while it is read.
  ///
  /// @param reference a path relative to the file, a template spec as
  ///   `ts:subscription/group/name:version`, or a URI, which is never followed
  /// @param at where the reference is written
  Optional<Template> find(String reference, Location at, Consumer<Diagnostic> report);

  /// The first of several files that may stand in for a template that is linked by a URL; that one
  /// does is noted.
  ///
  /// @param candidates paths relative to the file, the most likely first
  default Optional<Template> standIn(
      String url, List<String> candidates, Location at, Consumer<Diagnostic> report) {
    return Optional.empty();
  }
}
