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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the files of a folder and of the folders in it.
///
/// Links to folders are followed when they lead to a place within the roots, each folder once. Left
/// out are folders of tools, by a list of names, and the registries and caches that the user names:
/// what lies there is not the user's own. What is left out and looks like a template is said.
public final class FileSearch {
  /// Files that are still looked at.
  public static final int MAX_FILES = 100_000;

  private static final int MAX_DEPTH = 100;
  private static final Location NOWHERE = new Location.WholeFile("");
  private static final String BY_NAME = "name it on the command line to have it scanned";

  private final Workspace workspace;
  private final Predicate<Path> wanted;
  private final List<WorkspaceFile> files = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Path> visited = new HashSet<>();
  private final Set<Path> caches = new HashSet<>();
  private final SkippedFolders skipped = new SkippedFolders();
  private int seen;

  private FileSearch(Workspace workspace, Predicate<Path> wanted) {
    this.workspace = workspace;
    this.wanted = wanted;
  }

  /// What was found, sorted by the path that is shown.
  ///
  /// @param shown what messages call the place that was searched
  /// @param isFolder whether a folder was searched, and not a file asked for
  public record Result(
      String shown, boolean isFolder, List<WorkspaceFile> files, List<Diagnostic> diagnostics) {
    public Result {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Files whose names end in one of these extensions (lower case, with a dot).
  public static Predicate<Path> ending(Set<String> extensions) {
    return path -> {
      String lower = name(path).toLowerCase(Locale.ROOT);
      return extensions.stream().anyMatch(lower::endsWith);
    };
  }

  /// The wanted files below a folder, if it is one within the roots.
  public static List<WorkspaceFile> inside(
      Workspace workspace, Path folder, Predicate<Path> wanted) {
    return Files.isDirectory(folder) && workspace.isScanned(folder)
        ? below(workspace, folder, wanted).files()
        : List.of();
  }

  /// All wanted files below a folder.
  public static Result below(Workspace workspace, Path folder, Predicate<Path> wanted) {
    FileSearch search = new FileSearch(workspace, wanted);
    search.visit(folder, 0);
    search.files.sort(Comparator.comparing(WorkspaceFile::shown));
    List<WorkspaceFile> files = search.files.stream().distinct().toList();
    return new Result(workspace.shown(folder), true, files, search.diagnostics);
  }

  /// The same of a folder; of anything else the file itself, whatever it is.
  public static Result at(Workspace workspace, Path path, Predicate<Path> wanted) {
    if (Files.isDirectory(path)) {
      return below(workspace, path, wanted);
    }
    String shown = workspace.shown(path);
    return switch (workspace.file(path, new Location.WholeFile(shown))) {
      case Lookup.Found<WorkspaceFile>(var file) ->
          new Result(shown, false, List.of(file), List.of());
      case Lookup.NotFound<WorkspaceFile>(var why) ->
          new Result(shown, false, List.of(), List.of(why));
    };
  }

  private void unread(String why, Path folder) {
    report(Kind.UNREADABLE, "the folder cannot be read: " + why, folder);
  }

  private void visit(Path folder, int depth) {
    if (depth > MAX_DEPTH) {
      report(Kind.LIMIT, "folders are nested more than " + MAX_DEPTH + " deep", folder);
      return;
    }
    if (!visited.add(workspace.followed(folder))) {
      return;
    }
    for (Path child : children(folder)) {
      if (seen > MAX_FILES) {
        return;
      }
      if (Files.isDirectory(child)) {
        enter(child, depth);
      } else {
        add(child);
      }
    }
  }

  private List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (IOException e) {
      unread(IoProblem.reason(e), folder);
    } catch (DirectoryIteratorException e) {
      unread(IoProblem.reason(e), folder);
    }
    children.sort(Comparator.comparing(Path::toString));
    return children;
  }

  private void enter(Path folder, int depth) {
    Optional<Path> cache = SkippedFolders.cache(folder);
    if (Files.isSymbolicLink(folder) && !workspace.isScanned(folder)) {
      diagnostics.add(note("the link leads out of what is scanned and is not followed", folder));
    } else if (cache.isPresent()) {
      cache.filter(caches::add).ifPresent(this::passByCache);
    } else if (SkippedFolders.isSkipped(folder)) {
      passBy(folder);
    } else if (!workspace.isTrusted(folder)) {
      visit(folder, depth + 1);
    }
  }

  private void passByCache(Path cache) {
    diagnostics.add(
        note("the folder is not scanned: it is laid out as a cache of modules", cache)
            .help(BY_NAME));
  }

  private void passBy(Path folder) {
    switch (skipped.look(folder)) {
      case SkippedFolders.Content.Nothing() -> {}
      case SkippedFolders.Content.Templates(var first) ->
          diagnostics.add(
              note("the folder is not scanned, although it holds `" + name(first) + "`", folder)
                  .help(BY_NAME));
      case SkippedFolders.Content.TooMuch() ->
          diagnostics.add(
              note("the folder is not scanned, and holds too much to look for templates", folder)
                  .help(BY_NAME));
    }
  }

  private void add(Path child) {
    if (++seen > MAX_FILES) {
      report(
          Kind.LIMIT, "there are more than " + MAX_FILES + " files; the rest is not read", child);
      return;
    }
    if (!wanted.test(child)) {
      return;
    }
    // What messages call it is asked only for those that can't be had, once more.
    if (workspace.file(child, NOWHERE) instanceof Lookup.Found<WorkspaceFile>(var file)) {
      files.add(file);
      return;
    }
    switch (workspace.file(child, new Location.WholeFile(workspace.shown(child)))) {
      case Lookup.Found<WorkspaceFile>(var file) -> files.add(file);
      case Lookup.NotFound<WorkspaceFile>(var why) -> diagnostics.add(why);
    }
  }

  /// By the name that the user sees: the place that a link leads to is another one.
  private Diagnostic note(String message, Path at) {
    return Diagnostic.of(Kind.NOTE, message, new Location.WholeFile(workspace.shownUnfollowed(at)));
  }

  private void report(Kind kind, String message, Path at) {
    diagnostics.add(Diagnostic.of(kind, message, new Location.WholeFile(workspace.shown(at))));
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
