package dev.keylint.plan;

import java.nio.file.Path;
import java.util.List;

/// What a user wants scanned.
///
/// @param paths files, which are always roots, and folders, which are searched
/// @param parameterFiles the parameter files to use; when there are none, those found beside the
///   templates
public record ScanRequest(List<Path> paths, List<Path> parameterFiles) {
  public ScanRequest {
    paths = List.copyOf(paths);
    parameterFiles = List.copyOf(parameterFiles);
  }

  /// Only paths, with nothing else said.
  public static ScanRequest of(List<Path> paths) {
    return new ScanRequest(paths, List.of());
  }
}
