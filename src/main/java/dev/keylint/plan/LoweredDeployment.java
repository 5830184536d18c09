package dev.keylint.plan;

import dev.keylint.lower.arm.ArmParameterFile;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Parameter;
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
public record LoweredDeployment(
    Template template,
    Optional<ParameterFile> parameters,
    List<String> files,
    List<Diagnostic> diagnostics) {
  public LoweredDeployment {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }

  static LoweredDeployment of(Template template, Optional<ParameterFile> values) {
    List<String> files = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Optional<ParameterFile> fitted = values.map(file -> ArmParameterFile.fit(file, template));
    fitted.ifPresent(file -> diagnostics.addAll(file.diagnostics()));
    for (Template reached : Reachable.from(template)) {
      files.add(reached.source().path());
      diagnostics.addAll(reached.diagnostics());
    }
    return new LoweredDeployment(template, fitted, files, diagnostics);
  }

  /// The same as if nothing were known of any parameter.
  LoweredDeployment withoutDefaults() {
    List<Parameter> open =
        template.parameters().stream()
            .map(it ->
                new Parameter(
                    it.name(),
                    it.type(),
                    Optional.empty(),
                    false,
                    it.secure(),
                    it.allowed(),
                    it.at()))
            .toList();
    return new LoweredDeployment(
        template.withParameters(open), Optional.empty(), files, diagnostics);
  }

  /// A deployment of which a file changed or went away after it had been planned: nothing of it is
  /// known, and that is said.
  static LoweredDeployment lost(WorkspaceFile root, Diagnostic why) {
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
    return new LoweredDeployment(nothing, Optional.empty(), List.of(root.shown()), List.of(why));
  }
}
