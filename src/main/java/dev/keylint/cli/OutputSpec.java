package dev.keylint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One report to write: its format, and the file it goes to, else standard output.
record OutputSpec(OutputFormat format, Optional<Path> file) {

  /// Text on standard output: what a command prints when nothing else is asked for.
  static final OutputSpec TEXT = new OutputSpec(OutputFormat.TEXT, Optional.empty());

  /// What standard output is called where it is a file as well.
  private static final Set<Path> STANDARD =
      Set.of(Path.of("/dev/stdout"), Path.of("/dev/fd/1"), Path.of("/proc/self/fd/1"));

  /// The file of a name; none where it is a name of standard output.
  static Optional<Path> place(String name) {
    return name.equals("-")
        ? Optional.empty()
        : Optional.of(new PathArgument().convert(name))
            .filter(file -> !STANDARD.contains(file.normalize()));
  }

  /// Checks that no report would be written over or into another one.
  ///
  /// @throws Usage when two go to the same place
  static void checkApart(List<OutputSpec> specs, Path folder) {
    Map<Optional<Path>, OutputSpec> taken = new HashMap<>();
    for (OutputSpec spec : specs) {
      Optional<Path> place = spec.file().map(file -> real(folder.resolve(file)));
      OutputSpec other = taken.putIfAbsent(place, spec);
      if (other != null) {
        String where = spec.file().map(file -> "`" + file + "`").orElse("standard output");
        throw Usage.ofOptions(
            "both "
                + other.format().option()
                + " and "
                + spec.format().option()
                + " would go to "
                + where
                + "; give each a file of its own, such as --output="
                + spec.format().option()
                + "=FILE");
      }
    }
  }

  /// The same whichever way it is written; a file that is not there yet by its folder.
  private static Path real(Path file) {
    Path folder = file.getParent();
    Path name = file.getFileName();
    try {
      return Files.exists(file) || folder == null || name == null
          ? file.toRealPath()
          : folder.toRealPath().resolve(name);
    } catch (IOException _) {
      return file.toAbsolutePath().normalize();
    }
  }
}
