package dev.keylint.cli;

import dev.keylint.module.IoProblem;
import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files of a scan that may be changed: the user's own, and no others.
final class OwnFiles {
  private final Workspace workspace;
  private final boolean write;
  private final Map<String, Optional<String>> obstacles = new HashMap<>();

  private OwnFiles(Workspace workspace, boolean write) {
    this.workspace = workspace;
    this.write = write;
  }

  /// The files, if they are going to be changed here.
  static OwnFiles toWrite(Workspace workspace) {
    return new OwnFiles(workspace, true);
  }

  /// The files, if it is only said what would be different in them: nobody needs to be able to
  /// write them for that.
  static OwnFiles toRead(Workspace workspace) {
    return new OwnFiles(workspace, false);
  }

  /// Why a file may not be changed, as a phrase; empty when it may be.
  Optional<String> obstacle(Source source) {
    return obstacles.computeIfAbsent(source.path(), path -> found(source));
  }

  private Optional<String> found(Source source) {
    String shown = "`" + source.path() + "`";
    Optional<WorkspaceFile> file = workspace.own(source.path());
    if (file.isEmpty()) {
      return Optional.of(
          shown + " lies outside of what is scanned, or belongs to a published module");
    }
    Path path = file.orElseThrow().path();
    try {
      if (write && !isWritable(path)) {
        return Optional.of(shown + " is read-only");
      }
      byte[] now = Files.readAllBytes(path);
      boolean kept =
          workspace
              .encoded(file.orElseThrow(), source.text())
              .filter(it -> Arrays.equals(it, now))
              .isPresent();
      return kept
          ? Optional.empty()
          : Optional.of(shown + " has bytes that are no text, which a change would lose");
    } catch (IOException e) {
      return Optional.of(shown + " can't be read: " + IoProblem.reason(e));
    }
  }

  /// What its owner has protected stays as it is, even for a user who may write everything.
  private static boolean isWritable(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    boolean open =
        view == null
            || view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
    return open && Files.isWritable(path);
  }

  /// The same workspace, as if files held these texts.
  Workspace with(Map<String, String> texts) {
    Map<Path, byte[]> bytes = new HashMap<>();
    texts.forEach((path, text) -> bytes.put(file(path).path(), encoded(path, text)));
    return workspace.with(bytes);
  }

  /// Writes a file where it is, so that links, owner and permissions stay.
  ///
  /// @throws Usage when that can't be done
  void write(String path, String before, String text) {
    try {
      Path at = file(path).path();
      if (!Arrays.equals(Files.readAllBytes(at), encoded(path, before))) {
        throw new Usage("`" + path + "` changed in the meantime; run it again");
      }
      Files.write(at, encoded(path, text));
    } catch (IOException e) {
      throw new Usage("`" + path + "` can't be written: " + IoProblem.reason(e));
    }
  }

  /// What a file holds, if it may be read.
  Optional<String> text(String path) {
    Location whole = new Location.WholeFile(path);
    return workspace
        .own(path)
        .flatMap(file ->
            workspace.text(file, whole) instanceof Lookup.Found<TextFile>(var found)
                ? Optional.of(found.text())
                : Optional.empty());
  }

  private WorkspaceFile file(String path) {
    return workspace.own(path).orElseThrow(() -> new Usage("`" + path + "` is not there any more"));
  }

  private byte[] encoded(String path, String text) {
    return workspace
        .encoded(file(path), text)
        .orElseThrow(() -> new Usage("`" + path + "` changed in the meantime; run it again"));
  }
}
