package dev.keylint.module;

import java.nio.file.Path;

/// A regular file that may be read.
///
/// Invariant: `path` is a real path below `root`, the folder that what it refers to may not leave.
///
/// @param shown the path that messages show, with `/` between its names
public record WorkspaceFile(Path path, String shown, Path root) {

  /// The name without its folders.
  public String name() {
    return shown.substring(shown.lastIndexOf('/') + 1);
  }

  /// The folder part of what is shown, with a `/` at its end; empty at the root.
  public String folder() {
    return shown.substring(0, shown.lastIndexOf('/') + 1);
  }
}
