package dev.keylint.plan.project;

import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;

/// Says of a template that a project deploys and that cannot be read why that is so.
record Absent(ProjectFiles.Paths paths) {
  private static final String HELP =
      "if it comes from a git submodule or is made by a script, check that out or run that first,"
          + " and scan again";

  /// @param path as the project says it, with the ending that a template has
  /// @param kind whether the run is incomplete without it
  Diagnostic template(String path, Kind kind, Location at) {
    return of("deploys", path, kind, at);
  }

  /// A parameter file that the project names.
  Diagnostic parameters(String path, Location at) {
    return of("deploys with the parameters of", path, Kind.MISSING_FILE, at);
  }

  private Diagnostic of(String does, String path, Kind kind, Location at) {
    String start = "`" + paths.project().name() + "` " + does + " `" + path + "`, which ";
    return leadsOut(path, at)
        ? Diagnostic.of(kind, start + "leads out of what may be read", at)
            .help("scan a folder that holds both files")
        : Diagnostic.of(kind, start + "is not here", at).help(HELP);
  }

  private boolean leadsOut(String path, Location at) {
    return paths.lookup(path, at) instanceof Lookup.NotFound<WorkspaceFile>(Diagnostic why)
        && why.kind() == Kind.OUTSIDE_ROOT;
  }
}
