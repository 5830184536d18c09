package dev.keylint.plan.script;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import java.util.List;

/// What one file of a pipeline runs.
///
/// @param folder the folder that is checked out, as it is shown, with `/` at its end or empty: the
///   scripts concern what is deployed from there
/// @param isOne whether it could be read as a pipeline; else it only lies where pipelines do
public record Pipeline(
    WorkspaceFile file,
    String folder,
    boolean isOne,
    List<Script> scripts,
    List<Diagnostic> diagnostics) {
  public Pipeline {
    scripts = List.copyOf(scripts);
    diagnostics = List.copyOf(diagnostics);
  }
}
