package dev.keylint;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a text with a file under `src/test/resources` that a human has read.
///
/// `mvn test -Dgolden=update` writes the files anew; read the diff before you commit it.
public final class Golden {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path ACTUAL = Path.of("target/golden");

  private Golden() {}

  /// Fails with a diff if the text is not what the file holds.
  ///
  /// @param name path below `src/test/resources`
  public static void assertMatches(String name, String actual) {
    assertFileMatches(RESOURCES.resolve(name), actual);
  }

  /// The same for a file that is not a test's alone.
  ///
  /// @param expected path below the project's folder
  public static void assertFileMatches(Path expected, String actual) {
    try {
      if (System.getProperty("golden", "compare").equals("update")) {
        write(expected, actual);
      } else if (!Files.exists(expected) || !Files.readString(expected).equals(actual)) {
        Path written = write(ACTUAL.resolve(expected), actual);
        fail(
            "%s is no longer what it was; if that is meant: mvn test -Dgolden=update%n%s",
            expected, diff(expected, written));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.writeString(file, text);
  }

  private static String diff(Path expected, Path actual) throws IOException {
    String before = Files.exists(expected) ? expected.toString() : "/dev/null";
    Process git =
        new ProcessBuilder("git", "diff", "--no-index", "--no-color", before, actual.toString())
            .redirectErrorStream(true)
            .start();
    return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
