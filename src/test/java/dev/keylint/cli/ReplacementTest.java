package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that takes its place only when it is whole.
final class ReplacementTest {
  @TempDir private Path folder;

  private Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList().stream();
    }
  }

  @Test
  void theNewOneComesInOneStep() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "old");
    try (Replacement replacement = Replacement.of(file)) {
      Files.writeString(replacement.path(), "new");
      assertThat(file).hasContent("old");
      replacement.keep();
    }
    assertThat(file).hasContent("new");
    assertThat(files()).containsExactly("x");
  }

  @Test
  void whatIsNotKeptLeavesNothing() throws IOException {
    try (Replacement replacement = Replacement.of(folder.resolve("x"))) {
      Files.writeString(replacement.path(), "half");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void aLinkStaysOne() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("y"), file);
    try (Replacement replacement = Replacement.of(link)) {
      Files.writeString(replacement.path(), "new");
      replacement.keep();
    }
    assertThat(file).hasContent("new");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void whereNothingCanBePutIsKnownBefore() {
    assertThatThrownBy(() -> Replacement.of(folder)).isInstanceOf(FileSystemException.class);
    assertThatThrownBy(() -> Replacement.of(folder.resolve("none/x")))
        .isInstanceOf(IOException.class);
  }
}
