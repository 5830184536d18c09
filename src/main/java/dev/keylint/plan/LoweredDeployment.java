package dev.keylint.plan;

import dev.keylint.lower.arm.ArmParameterFile;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
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
    values.ifPresent(file -> diagnostics.addAll(file.diagnostics()));
    for (Template reached : Reachable.from(template)) {
      files.add(reached.source().path());
      diagnostics.addAll(reached.diagnostics());
    }
    Optional<ParameterFile> fitted = values.map(file -> ArmParameterFile.fit(file, template));
    return new LoweredDeployment(template, fitted, files, diagnostics);
  }
}
