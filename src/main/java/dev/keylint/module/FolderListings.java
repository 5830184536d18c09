package dev.keylint.module;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The files that lie directly in folders; each folder is looked at once, however many functions
/// ask for it. Safe for several threads.
public final class FolderListings {
  /// Files of one folder that are listed; a longer list is cut behind the next one.
  public static final int MAX_FILES = 1000;

  private final Workspace workspace;
  private final Map<Path, FolderListing> byFolder = new ConcurrentHashMap<>();

  public FolderListings(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Paths relative to a file of the files in a folder, but not in the folders in it, in order.
  public Lookup<List<String>> of(WorkspaceFile from, String folder, Location at) {
    return workspace
        .folder(from, folder, at)
        .then(path -> {
          FolderListing listing = byFolder.computeIfAbsent(path, this::read);
          if (!listing.problem().isEmpty()) {
            return new Lookup.NotFound<>(
                Diagnostic.of(
                    Kind.MISSING_FILE,
                    "`" + folder + "` cannot be read: " + listing.problem(),
                    at));
          }
          String way = Workspace.folder(from).relativize(path).toString().replace('\\', '/');
          String prefix = way.isEmpty() ? "" : way + "/";
          return new Lookup.Found<>(listing.names().stream().map(name -> prefix + name).toList());
        });
  }

  private FolderListing read(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, this::isFile)) {
      for (Path file : stream) {
        names.add(String.valueOf(file.getFileName()));
      }
    } catch (IOException e) {
      return new FolderListing(List.of(), IoProblem.reason(e));
    } catch (DirectoryIteratorException e) {
      return new FolderListing(List.of(), IoProblem.reason(e));
    }
    // As the Bicep CLI lists them.
    names.sort(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
    return new FolderListing(
        List.copyOf(names.subList(0, Math.min(names.size(), MAX_FILES + 1))), "");
  }

  /// A link is one only when it leads to a file that may be read: what lies elsewhere is not looked
  /// at.
  private boolean isFile(Path path) {
    return Files.isSymbolicLink(path)
        ? workspace.existing(path).isPresent()
        : Files.isRegularFile(path);
  }
}
