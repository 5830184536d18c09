package dev.keylint.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A path of the command line; what only looks like one is explained.
///
/// The empty text would mean the current folder, which nobody means who writes `"$FOLDER"`.
final class PathArgument implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    Optional<String> fault = fault(text);
    if (fault.isPresent()) {
      throw new TypeConversionException(fault.orElseThrow());
    }
    return Path.of(text);
  }

  /// Why a text is no path; of a list of paths picocli itself does not say.
  static Optional<String> fault(String text) {
    if (text.isBlank()) {
      return Optional.of("a path is empty; is a variable not set?");
    }
    if (text.equals("-")) {
      return Optional.of("keylint reads nothing from standard input; name a file or a folder");
    }
    try {
      var _ = Path.of(text);
      return Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.of("`" + text + "` is no path: " + e.getReason());
    }
  }
}
