package dev.keylint.lower;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A root template with one of its parameter files, or without any, ready to be expanded.
///
/// @param files the paths of the templates that it is made of
/// @param diagnostics all of these files and of the parameter file
public record Deployment(
    Template template,
    Optional<ParameterFile> parameters,
    List<String> files,
    List<Diagnostic> diagnostics) {
  public Deployment {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }

  static Deployment of(Template template, Optional<ParameterFile> values) {
    List<String> files = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    values.ifPresent(file -> diagnostics.addAll(file.diagnostics()));
    for (Template reached : Reachable.from(template)) {
      files.add(reached.source().path());
      diagnostics.addAll(reached.diagnostics());
    }
    Optional<ParameterFile> fitted = values.map(file -> ArmParameterFile.fit(file, template));
    return new Deployment(template, fitted, files, diagnostics);
  }

  /// A deployment of which a file changed or went away after it had been planned: nothing of it is
  /// known, and that is said.
  static Deployment lost(WorkspaceFile root, Diagnostic why) {
    Source source = Source.of(root.shown(), "");
    Template nothing =
        new Template(
            source,
            Template.TargetScope.RESOURCE_GROUP,
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Location.WholeFile(root.shown()));
    return new Deployment(nothing, Optional.empty(), List.of(root.shown()), List.of(why));
  }
}
