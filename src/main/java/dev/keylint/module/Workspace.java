package dev.keylint.module;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The only door to the file system: reads regular files below its roots, and nothing else.
///
/// The author of what is scanned is a stranger, so each path is followed to where it really leads,
/// through `..` and links, before anything is opened. Roots and trusted folders are the user's own
/// words. What git keeps for itself is not read at all.
public final class Workspace {
  /// Size of a file that is still read; Azure takes templates of 4 MB.
  public static final long MAX_BYTES = 10L << 20;

  private static final String BINARY = "the file is binary, not text";
  private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);

  private final Path base;
  private final List<Path> roots;
  private final List<Path> trusted;
  private final long maxBytes;
  private final GitFolders git;
  private final Fingerprints fingerprints = new Fingerprints();

  private final Map<Path, Path> reals = new ConcurrentHashMap<>();

  private final Map<Path, byte[]> instead;

  private Workspace(
      Path base, List<Path> roots, List<Path> trusted, long maxBytes, Map<Path, byte[]> instead) {
    this.base = base;
    this.roots = roots;
    this.trusted = trusted;
    this.maxBytes = maxBytes;
    this.git = GitFolders.of(roots);
    this.instead = Map.copyOf(instead);
  }

  /// A workspace whose paths are shown relative to `base`.
  ///
  /// @param roots the folders that scanned files and what they refer to lie in
  /// @param trusted folders of published modules: registries and caches
  public static Workspace of(Path base, List<Path> roots, List<Path> trusted) {
    return limited(base, roots, trusted, MAX_BYTES);
  }

  /// A workspace of one folder, which is scanned and shown from.
  public static Workspace of(Path root) {
    return of(root, List.of(root), List.of());
  }

  static Workspace limited(Path base, List<Path> roots, List<Path> trusted, long maxBytes) {
    return new Workspace(
        real(base),
        roots.stream().map(Workspace::real).toList(),
        trusted.stream().map(Workspace::real).toList(),
        maxBytes,
        Map.of());
  }

  /// The same, as if these files held something else.
  ///
  /// @param texts what they hold, by their real paths
  public Workspace with(Map<Path, byte[]> texts) {
    return new Workspace(base, roots, trusted, maxBytes, texts);
  }

  private static String size(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : bytes + " bytes";
  }

  /// The folders that are scanned.
  public List<Path> roots() {
    return roots;
  }

  /// A file by a path of the user's own, or one found below a root.
  public Lookup<WorkspaceFile> file(Path path, Location at) {
    List<Path> allowed = new ArrayList<>(roots);
    allowed.addAll(trusted);
    return follow(path.toAbsolutePath(), path.toString(), allowed, Kind.UNREADABLE, at);
  }

  /// The file that another one refers to by a relative path with `/`.
  ///
  /// @param missing the kind of the diagnostic when there is none
  public Lookup<WorkspaceFile> file(
      WorkspaceFile from, String reference, Kind missing, Location at) {
    return inside(from, reference, missing, at)
        .then(path -> follow(path, reference, allowed(from), missing, at));
  }

  /// The real path of a folder that a file refers to.
  Lookup<Path> folder(WorkspaceFile from, String reference, Location at) {
    return inside(from, reference, Kind.MISSING_FILE, at)
        .then(path -> {
          if (!Files.isDirectory(path)) {
            return failed(Kind.MISSING_FILE, "there is no folder `" + reference + "`", at);
          }
          Path real = followed(path);
          Optional<Path> root = root(real, allowed(from));
          if (root.isEmpty()) {
            return outside(reference, at);
          }
          return git.hold(root.orElseThrow(), real)
              ? ofGit(reference, at)
              : new Lookup.Found<>(real);
        });
  }

  /// A reference as a path that does not leave the roots by its words alone.
  private Lookup<Path> inside(WorkspaceFile from, String reference, Kind missing, Location at) {
    if (ABSOLUTE.matcher(reference).matches()) {
      return outside(reference, at);
    }
    try {
      Path path = folder(from).resolve(reference).normalize();
      Optional<Path> root = root(path, allowed(from));
      if (root.isEmpty()) {
        return outside(reference, at);
      }
      // Before it is looked for: whether it is there is nobody's business either.
      return git.hold(root.orElseThrow(), path) ? ofGit(reference, at) : new Lookup.Found<>(path);
    } catch (InvalidPathException _) {
      return missing(reference, missing, at);
    }
  }

  private List<Path> allowed(WorkspaceFile from) {
    return roots.contains(from.root()) ? roots : List.of(from.root());
  }

  /// The characters of a file, without a byte order mark.
  public Lookup<TextFile> text(WorkspaceFile file, Location at) {
    return bytes(file, at)
        .then(bytes -> {
          Location whole = new Location.WholeFile(file.shown());
          Optional<Decoding> decoding = Decoding.of(bytes);
          return decoding
              .<Lookup<TextFile>>map(found ->
                  new Lookup.Found<>(textFile(file, found, () -> text(file, whole), whole)))
              .orElseGet(
                  () -> new Lookup.NotFound<>(Diagnostic.of(Kind.UNREADABLE, BINARY, whole)));
        });
  }

  /// The characters of a file in the encoding that its reader names.
  public Lookup<TextFile> text(WorkspaceFile file, Charset charset, Location at) {
    Location whole = new Location.WholeFile(file.shown());
    return bytes(file, at)
        .then(bytes ->
            new Lookup.Found<>(
                textFile(
                    file, Decoding.of(bytes, charset), () -> text(file, charset, whole), whole)));
  }

  /// The bytes of a file.
  public Lookup<byte[]> bytes(WorkspaceFile file, Location at) {
    byte[] other = instead.get(file.path());
    if (other != null) {
      return new Lookup.Found<>(other);
    }
    // One byte more than allowed: the file may grow between two looks at it.
    try (InputStream in = Files.newInputStream(file.path())) {
      byte[] bytes = in.readNBytes((int) maxBytes + 1);
      if (bytes.length > maxBytes) {
        return failed(Kind.LIMIT, "`" + file.shown() + "` is larger than " + size(maxBytes), at);
      }
      return fingerprints.isUnchanged(file.path(), bytes)
          ? new Lookup.Found<>(bytes)
          : failed(
              Kind.UNREADABLE, "`" + file.shown() + "` changed while it was being scanned", at);
    } catch (IOException e) {
      return failed(
          Kind.UNREADABLE, "`" + file.shown() + "` cannot be read: " + IoProblem.reason(e), at);
    }
  }

  /// A text in the encoding of a file as it is on the disk; empty when it can't be kept.
  public Optional<byte[]> encoded(WorkspaceFile file, String text) {
    Location whole = new Location.WholeFile(file.shown());
    return bytes(file, whole) instanceof Lookup.Found<byte[]>(byte[] bytes)
        ? Decoding.encode(text, bytes)
        : Optional.empty();
  }

  /// The user's own file that messages call so: below a root, and in no folder of published
  /// modules.
  public Optional<WorkspaceFile> own(String shown) {
    Path path = base.resolve(shown);
    return existing(path).filter(it -> roots.contains(it.root()) && isScanned(path));
  }

  /// Whether a file was not taken because of what it holds, and not because it is not to be had.
  public static boolean isData(Diagnostic why) {
    return why.kind() == Kind.LIMIT || why.message().equals(BINARY);
  }

  /// Whether a folder is one of those of published modules.
  boolean isTrusted(Path folder) {
    return trusted.contains(followed(folder));
  }

  /// Whether a path lies in one of the user's own folders of published modules.
  boolean trusts(Path path) {
    return root(followed(path), trusted).isPresent();
  }

  /// Whether a path leads to a place below a root that may be read.
  boolean isScanned(Path path) {
    Path real = followed(path);
    return root(real, roots).filter(root -> !git.hold(root, real)).isPresent();
  }

  /// Whether a folder lies where files may be read: below a root or a trusted folder.
  boolean holds(Path folder) {
    Path real = followed(folder);
    return root(real, roots).or(() -> root(real, trusted)).isPresent();
  }

  /// What messages call a path below a root.
  String shown(Path path) {
    return show(followed(path));
  }

  /// The same of a link as such, wherever it leads.
  String shownUnfollowed(Path link) {
    Path folder = link.getParent();
    Path name = link.getFileName();
    return show(folder == null || name == null ? followed(link) : followed(folder).resolve(name));
  }

  /// The folder that a file's references are relative to.
  static Path folder(WorkspaceFile file) {
    Path folder = file.path().getParent();
    if (folder == null) {
      throw new IllegalStateException("a file without a folder: " + file);
    }
    return folder;
  }

  /// The file at a path of our own making below a trusted or scanned folder, if there is one.
  Optional<WorkspaceFile> existing(Path path) {
    List<Path> allowed = new ArrayList<>(trusted);
    allowed.addAll(roots);
    Location nowhere = new Location.WholeFile(path.toString());
    return Files.isRegularFile(path)
            && follow(path, path.toString(), allowed, Kind.UNREADABLE, nowhere)
                instanceof Lookup.Found<WorkspaceFile>(var file)
        ? Optional.of(file)
        : Optional.empty();
  }

  /// The file at a path below a root, if there is one.
  public Optional<WorkspaceFile> scanned(Path path) {
    return isScanned(path) ? existing(path) : Optional.empty();
  }

  private Lookup<WorkspaceFile> follow(
      Path path, String words, List<Path> allowed, Kind missing, Location at) {
    Path real;
    try {
      real = realPath(path);
    } catch (NoSuchFileException _) {
      return missing(words, missing, at);
    } catch (IOException e) {
      return failed(missing, "`" + words + "` cannot be read: " + IoProblem.reason(e), at);
    }
    Optional<Path> root = root(real, allowed);
    if (root.isEmpty()) {
      return outside(words, at);
    }
    if (git.hold(root.orElseThrow(), real)) {
      return ofGit(words, at);
    }
    if (!Files.isRegularFile(real)) {
      return Files.exists(real)
          ? failed(missing, "`" + words + "` is no file", at)
          : missing(words, missing, at);
    }
    return new Lookup.Found<>(new WorkspaceFile(real, show(real), root.orElseThrow()));
  }

  private static TextFile textFile(
      WorkspaceFile file, Decoding decoding, Supplier<Lookup<TextFile>> again, Location whole) {
    List<Diagnostic> notes =
        decoding.faithful()
            ? List.of()
            : List.of(
                Diagnostic.of(
                    Kind.NOTE, "some bytes are no legal characters and were replaced", whole));
    String text = decoding.text();
    return new TextFile(Source.of(file.shown(), text, () -> same(again.get())), text, notes);
  }

  /// What a file is read as again; nothing when it has changed, which its bytes tell.
  private static Optional<String> same(Lookup<TextFile> again) {
    return again instanceof Lookup.Found<TextFile>(var found)
        ? Optional.of(found.text())
        : Optional.empty();
  }

  /// So that it can be opened from the base: relative to it, with `..` where both lie below one
  /// folder that is not the file system's root, else absolute.
  private String show(Path real) {
    boolean near = real.getNameCount() > 0 && real.startsWith(top(base));
    String shown = (near ? base.relativize(real) : real).toString().replace('\\', '/');
    return shown.isEmpty() ? "." : shown;
  }

  /// The outermost folder that a path lies in; the path itself when that is the root.
  private static Path top(Path path) {
    Path root = path.getRoot();
    return root == null || path.getNameCount() < 2 ? path : root.resolve(path.getName(0));
  }

  private static Optional<Path> root(Path path, List<Path> allowed) {
    return allowed.stream().filter(path::startsWith).findFirst();
  }

  /// Where a path leads; a path is followed once, as most are asked for several times.
  private Path realPath(Path path) throws IOException {
    Path known = reals.get(path);
    if (known != null) {
      return known;
    }
    Path real = path.toRealPath();
    reals.put(path, real);
    return real;
  }

  /// The same; of one that is not there yet, where its nearest folder leads.
  Path followed(Path path) {
    try {
      return realPath(path);
    } catch (IOException _) {
      return real(path);
    }
  }

  /// Where a path leads; of one that is not there yet, where its nearest folder leads.
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      Path absolute = path.toAbsolutePath().normalize();
      Path parent = absolute.getParent();
      Path name = absolute.getFileName();
      return parent == null || name == null ? absolute : real(parent).resolve(name);
    }
  }

  private static <T> Lookup<T> outside(String words, Location at) {
    return new Lookup.NotFound<>(
        Diagnostic.of(Kind.OUTSIDE_ROOT, "`" + words + "` leads out of the scanned folder", at)
            .help("scan a folder that holds both files"));
  }

  private static <T> Lookup<T> ofGit(String words, Location at) {
    return failed(
        Kind.OUTSIDE_ROOT,
        "`" + words + "` belongs to git's own folder, of which nothing is read",
        at);
  }

  private static <T> Lookup<T> missing(String words, Kind kind, Location at) {
    return failed(kind, "there is no file `" + words + "`", at);
  }

  private static <T> Lookup<T> failed(Kind kind, String message, Location at) {
    return new Lookup.NotFound<>(Diagnostic.of(kind, message, at));
  }
}
