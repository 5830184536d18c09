package dev.keylint.plan;

import java.nio.file.Path;
import java.util.List;

/// What a user wants scanned.
///
/// @param paths files, which are always roots, and folders, which are searched
/// @param parameterFiles the parameter files to use; when there are none, those found beside the
///   templates
/// @param projects whether files such as azure.yaml say what is deployed, and not only how what the
///   user names is read
/// @param interest what rules look at, for which compiled templates are compared with their source
public record ScanRequest(
    List<Path> paths, List<Path> parameterFiles, boolean projects, Interest interest) {
  public ScanRequest {
    paths = List.copyOf(paths);
    parameterFiles = List.copyOf(parameterFiles);
  }

  /// Whether such files pick parameter files: not where the user does.
  boolean picks() {
    return projects && parameterFiles.isEmpty();
  }

  /// Only paths, with nothing else said.
  public static ScanRequest of(List<Path> paths) {
    return of(paths, Interest.ALL);
  }

  /// Paths for rules that look at some of what is there.
  public static ScanRequest of(List<Path> paths, Interest interest) {
    return new ScanRequest(paths, List.of(), true, interest);
  }

  /// Just these files with these parameter files.
  public static ScanRequest named(List<Path> paths, List<Path> parameterFiles) {
    return new ScanRequest(paths, parameterFiles, false, Interest.ALL);
  }
}
