package dev.keylint.plan.project;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Location;
import java.util.Optional;

/// A deployment that a tool makes of files of the scanned tree.
///
/// @param name what the project calls the template: the module of azd, a path of Teams Toolkit
/// @param layer what azd calls it as one of several
/// @param template the template, if it is here
/// @param bicepParameters the Bicep parameter file that is used, which may name another template
/// @param jsonParameters the JSON parameter file, which counts only when there is no Bicep one
/// @param at where the project says so
public record Step(
    String name,
    Optional<String> layer,
    Optional<WorkspaceFile> template,
    Optional<WorkspaceFile> bicepParameters,
    Optional<WorkspaceFile> jsonParameters,
    Location at) {
  /// Whether there is anything to deploy.
  boolean isHere() {
    return template.isPresent() || bicepParameters.isPresent();
  }
}
