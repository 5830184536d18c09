package dev.keylint.lower;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a user wants scanned.
///
/// @param paths files, which are always roots, and folders, which are searched
/// @param parameterFiles the parameter files to use; when there are none, those found beside the
///   templates
/// @param environment values for `${VARIABLE}` in parameter files of the Azure Developer CLI
public record ScanRequest(
    List<Path> paths, List<Path> parameterFiles, Map<String, String> environment) {
  public ScanRequest {
    paths = List.copyOf(paths);
    parameterFiles = List.copyOf(parameterFiles);
    environment = Map.copyOf(environment);
  }

  /// Only paths, with nothing else said.
  public static ScanRequest of(List<Path> paths) {
    return new ScanRequest(paths, List.of(), Map.of());
  }
}
