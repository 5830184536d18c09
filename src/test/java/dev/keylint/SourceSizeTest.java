package dev.keylint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Small files: a median of at most 70 lines; the cap of 400 is checkstyle's.
final class SourceSizeTest {
  private static final int MEDIAN = 70;

  @Test
  void halfOfTheFilesFitOnAScreen() {
    List<Integer> sizes = sources().stream().map(SourceSizeTest::lines).sorted().toList();
    assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(MEDIAN);
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
