package dev.keylint.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What git keeps for itself below the roots: credentials of the pipeline often stand there, and
/// nothing of it belongs to a template.
///
/// @param elsewhere real paths of folders that a file `.git` of a root names instead, as it does in
///   worktrees
record GitFolders(List<Path> elsewhere) {
  private static final Pattern POINTER = Pattern.compile("gitdir: ?(.+)");
  private static final int MAX_POINTER_BYTES = 4096;

  GitFolders {
    elsewhere = List.copyOf(elsewhere);
  }

  /// Those of these roots, which are real paths.
  static GitFolders of(List<Path> roots) {
    List<Path> elsewhere = new ArrayList<>();
    for (Path root : roots) {
      Path file = root.resolve(".git");
      if (Files.isRegularFile(file)) {
        pointer(file)
            .filter(folder -> folder.startsWith(root) && !folder.equals(root))
            .ifPresent(elsewhere::add);
      }
    }
    return new GitFolders(elsewhere);
  }

  /// Whether a real path below a root is git's own.
  boolean hold(Path root, Path path) {
    for (int i = root.getNameCount(); i < path.getNameCount(); i++) {
      if (isGit(path.getName(i).toString())) {
        return true;
      }
    }
    return elsewhere.stream().anyMatch(path::startsWith);
  }

  /// Whether some file system takes a name for `.git`, by the rules that git itself has: case,
  /// ignorable characters (HFS+), blanks and dots at the end, streams and short names (NTFS).
  static boolean isGit(String name) {
    if (isUsual(name)) {
      return false;
    }
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .filter(c -> !Character.isIdentifierIgnorable(c))
        .forEach(kept::appendCodePoint);
    String text = kept.toString().toLowerCase(Locale.ROOT);
    int stream = text.indexOf(':');
    String bare = (stream < 0 ? text : text.substring(0, stream)).replaceFirst("[ .]+$", "");
    return bare.equals(".git") || bare.equals("git~1");
  }

  /// A plain name that starts with a letter or digit, which is asked for most often.
  private static boolean isUsual(String name) {
    if (name.isEmpty() || name.charAt(0) == '.') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean plain = letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Path> pointer(Path file) {
    try (var in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MAX_POINTER_BYTES), StandardCharsets.UTF_8);
      Matcher pointer = POINTER.matcher(text.strip());
      return pointer.lookingAt()
          ? Optional.of(file.resolveSibling(pointer.group(1).strip()).toRealPath())
          : Optional.empty();
    } catch (IOException | InvalidPathException _) {
      return Optional.empty();
    }
  }
}
