package dev.keylint.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is written beside its place and moved there when it is whole: until then, and when
/// it never becomes so, what was there before stays. Only its owner may read it.
///
/// @param path where to write
/// @param target the place
record Replacement(Path path, Path target) implements AutoCloseable {
  /// @throws IOException when nothing can be put there, before anything is written
  static Replacement of(Path asked) throws IOException {
    Path target = Files.exists(asked) ? asked.toRealPath() : asked;
    if (Files.isDirectory(target)) {
      throw new FileSystemException(asked.toString(), null, "it is a directory");
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new AccessDeniedException(asked.toString());
    }
    boolean isDevice = Files.exists(target) && !Files.isRegularFile(target);
    return new Replacement(
        isDevice ? target : Files.createTempFile(target.resolveSibling(""), ".keylint", ".part"),
        target);
  }

  /// Puts it in its place.
  void keep() throws IOException {
    if (path.equals(target)) {
      return;
    }
    try {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    if (!path.equals(target)) {
      Files.deleteIfExists(path);
    }
  }
}
