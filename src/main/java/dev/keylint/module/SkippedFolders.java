package dev.keylint.module;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The folders that a search passes by: what tools put there is not the user's own.
///
/// Since a template may stand there all the same, they are looked through by name, up to a bound.
final class SkippedFolders {
  /// Entries of all skipped folders of a search that are looked at.
  static final int MAX_ENTRIES = 20_000;

  private static final Set<String> NAMES =
      Set.of(
          ".hg",
          ".svn",
          ".terraform",
          ".terragrunt-cache",
          "node_modules",
          "bower_components",
          ".npm",
          ".pnpm-store",
          ".yarn",
          ".venv",
          "venv",
          "virtualenv",
          "site-packages",
          "__pycache__",
          ".tox",
          ".nox",
          ".mypy_cache",
          ".pytest_cache",
          ".ruff_cache",
          ".cache",
          ".gradle",
          ".m2",
          ".nuget");

  /// A version as `CacheLayout` writes it.
  private static final Pattern CACHED_VERSION =
      Pattern.compile(".+\\$[0-9a-f]*|sha256#[0-9a-f]{64}");

  private static final Pattern TEMPLATE =
      Pattern.compile(
          ".*\\.bicep(param)?|(azuredeploy|maintemplate)(\\.[^/]*)?\\.jsonc?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private int entries;

  /// What a skipped folder holds.
  sealed interface Content {
    /// Nothing that looks like a template.
    record Nothing() implements Content {}

    /// Something that does.
    record Templates(Path first) implements Content {}

    /// So much that not all of it was looked at.
    record TooMuch() implements Content {}
  }

  /// Whether a search passes a folder by for its name.
  static boolean isSkipped(Path folder) {
    return GitFolders.isGit(name(folder)) || NAMES.contains(name(folder).toLowerCase(Locale.ROOT));
  }

  /// The cache of modules, laid out as the Bicep CLI does it, that a folder `br/HOST/REPOSITORY/
  /// VERSION` is a part of.
  static Optional<Path> cache(Path folder) {
    return CACHED_VERSION.matcher(name(folder)).matches()
        ? Optional.ofNullable(folder.getParent())
            .map(Path::getParent)
            .map(Path::getParent)
            .filter(cache -> name(cache).equals("br"))
        : Optional.empty();
  }

  /// Looks through a skipped folder, following no links; into that of git not at all.
  Content look(Path folder) {
    if (GitFolders.isGit(name(folder))) {
      return new Content.Nothing();
    }
    Deque<Path> pending = new ArrayDeque<>(List.of(folder));
    while (!pending.isEmpty()) {
      for (Path child : children(pending.remove())) {
        if (++entries > MAX_ENTRIES) {
          return new Content.TooMuch();
        }
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          if (!GitFolders.isGit(name(child))) {
            pending.add(child);
          }
        } else if (TEMPLATE.matcher(name(child)).matches()) {
          return new Content.Templates(child);
        }
      }
    }
    return new Content.Nothing();
  }

  private static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        if (children.size() > MAX_ENTRIES) {
          break;
        }
        children.add(child);
      }
    } catch (IOException | DirectoryIteratorException _) {
      // What a tool keeps to itself need not be readable.
      return List.of();
    }
    children.sort(Comparator.comparing(Path::toString));
    return children;
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
