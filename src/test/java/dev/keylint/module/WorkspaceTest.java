package dev.keylint.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
  private static final Location HERE = new Location.WholeFile("caller");

  @TempDir Path temp;
  private Path root = Path.of("");
  private Workspace workspace = Workspace.of(root);

  @BeforeEach
  void layOutFiles() throws IOException {
    root = Files.createDirectories(temp.resolve("repo"));
    write("infra/main.bicep", "// main");
    write("modules/search.bicep", "// search");
    Files.writeString(temp.resolve("secret.txt"), "outside");
    workspace = Workspace.of(root);
  }

  @Test
  void pathsAreShownRelativeToTheRoot() {
    WorkspaceFile main = found(workspace.file(root.resolve("infra/main.bicep"), HERE));
    assertThat(main.shown()).isEqualTo("infra/main.bicep");
    assertThat(main.folder()).isEqualTo("infra/");
    assertThat(main.name()).isEqualTo("main.bicep");
  }

  @Test
  void relativeReferencesAreResolvedAgainstTheFile() {
    WorkspaceFile found = found(refer("../modules/search.bicep"));
    assertThat(found.shown()).isEqualTo("modules/search.bicep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../secret.txt",
        "../../no-such-file",
        "/etc/passwd",
        "C:/Windows/win.ini",
        "\\\\server\\share"
      })
  void referencesThatLeaveTheRootAreRefused(String reference) {
    assertThat(refused(refer(reference)).kind()).isEqualTo(Kind.OUTSIDE_ROOT);
  }

  @Test
  void linksThatLeaveTheRootAreRefused() throws IOException {
    Files.createSymbolicLink(root.resolve("infra/link.txt"), temp.resolve("secret.txt"));
    Files.createSymbolicLink(root.resolve("infra/up"), temp);
    assertThat(refused(refer("link.txt")).kind()).isEqualTo(Kind.OUTSIDE_ROOT);
    assertThat(refused(refer("up/secret.txt")).kind()).isEqualTo(Kind.OUTSIDE_ROOT);
  }

  @Test
  void linksInsideTheRootAreFollowed() throws IOException {
    Files.createSymbolicLink(root.resolve("infra/mods"), root.resolve("modules"));
    assertThat(found(refer("mods/search.bicep")).shown()).isEqualTo("modules/search.bicep");
  }

  @Test
  void missingFilesAndFoldersGiveTheKindThatTheCallerAsksFor() {
    assertThat(refused(refer("none.bicep")).kind()).isEqualTo(Kind.MISSING_FILE);
    assertThat(refused(refer("../modules")).kind()).isEqualTo(Kind.MISSING_FILE);
    assertThat(refused(refer("a\0b")).kind()).isEqualTo(Kind.MISSING_FILE);
  }

  @Test
  void trustedFoldersDoNotOpenTheirNeighbours() throws IOException {
    Path registry = Files.createDirectories(temp.resolve("registry"));
    Path module = Files.writeString(registry.resolve("main.json"), "{}");
    Workspace both = Workspace.of(root, List.of(root), List.of(registry));
    WorkspaceFile file = found(both.file(module, HERE));
    assertThat(file.shown()).isEqualTo("../registry/main.json");
    assertThat(refused(both.file(file, "../repo/infra/main.bicep", Kind.MISSING_FILE, HERE)).kind())
        .isEqualTo(Kind.OUTSIDE_ROOT);
  }

  @Test
  void byteOrderMarksDecideTheEncoding() throws IOException {
    assertThat(text("\uFEFFé".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
    assertThat(text("\uFEFFé".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("é");
    assertThat(text("\uFEFFé".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("é");
    assertThat(text("é".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
    assertThat(text(new byte[0])).isEmpty();
  }

  @Test
  void illegalBytesAreReplacedAndNoted() throws IOException {
    TextFile file = found(read("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(file.source().text()).isEqualTo("caf\uFFFD");
    assertThat(file.notes()).extracting(Diagnostic::kind).containsExactly(Kind.NOTE);
  }

  @Test
  void binaryAndHugeFilesAreRefused() throws IOException {
    assertThat(refused(read(new byte[] {'a', 0})).kind()).isEqualTo(Kind.UNREADABLE);
    workspace = Workspace.limited(root, List.of(root), List.of(), 10);
    assertThat(refused(read("12345678901".getBytes(StandardCharsets.UTF_8))).kind())
        .isEqualTo(Kind.LIMIT);
    assertThat(text("1234567890".getBytes(StandardCharsets.UTF_8))).isEqualTo("1234567890");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../.git/config",
        "../.GIT/config",
        "../.git/none",
        "../.git",
        "../infra/../.git/config",
        "../modules/.git",
        "../modules/.git/config",
        "up/config",
        "config.txt",
      })
  void nothingOfGitIsRead(String reference) throws IOException {
    write(".git/config", "[http] extraheader = secret");
    write(".GIT/config", "[http] extraheader = secret");
    write("modules/.git", "gitdir: ../.git/modules/modules");
    Files.createSymbolicLink(root.resolve("infra/up"), root.resolve(".git"));
    Files.createSymbolicLink(root.resolve("infra/config.txt"), root.resolve(".git/config"));
    Diagnostic why = refused(refer(reference));
    assertThat(why.message()).contains("belongs to git's own folder");
    assertThat(why.kind().incomplete()).isTrue();
    WorkspaceFile main = found(workspace.file(root.resolve("infra/main.bicep"), HERE));
    assertThat(refused(workspace.folder(main, "../.git", HERE)).message()).contains("git's own");
    assertThat(refused(workspace.folder(main, "up", HERE)).message()).contains("git's own");
    assertThat(refused(workspace.file(root.resolve(".git/config"), HERE)).message())
        .contains("git's own");
    assertThat(workspace.existing(root.resolve(".git/config"))).isEmpty();
  }

  @Test
  void whereAFileOfGitPointsIsNotReadEither() throws IOException {
    write("kept/elsewhere/config", "[http] extraheader = secret");
    write("kept/other.txt", "other");
    write(".git", "gitdir: kept/elsewhere\n");
    workspace = Workspace.of(root);
    assertThat(refused(refer("../kept/elsewhere/config")).message()).contains("git's own");
    assertThat(found(refer("../kept/other.txt")).shown()).isEqualTo("kept/other.txt");
    write(".git", "gitdir: .");
    workspace = Workspace.of(root);
    assertThat(found(refer("../kept/other.txt")).shown()).isEqualTo("kept/other.txt");
  }

  @ParameterizedTest
  @CsvSource({
    ".git, true",
    ".Git, true",
    ".git., true",
    "'.git ', true",
    "git~1, true",
    ".git::$INDEX_ALLOCATION, true",
    ".g\u200cit, true",
    ".gitignore, false",
    ".github, false",
    "git, false",
    "x.git, false",
  })
  void fileSystemsHaveSeveralNamesForIt(String name, boolean isGit) {
    assertThat(GitFolders.isGit(name)).isEqualTo(isGit);
  }

  @Test
  void aFileThatChangesIsNotReadAgain() throws IOException {
    write("infra/a.txt", "first");
    WorkspaceFile file = found(refer("a.txt"));
    TextFile read = found(workspace.text(file, HERE));
    assertThat(found(workspace.bytes(file, HERE))).hasSize(5);
    write("infra/a.txt", "other");
    Diagnostic why = refused(workspace.text(file, HERE));
    assertThat(why.message()).isEqualTo("`infra/a.txt` changed while it was being scanned");
    assertThat(why.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(refused(workspace.bytes(file, HERE))).isEqualTo(why);
    assertThat(read.text()).isEqualTo("first");
    Files.delete(root.resolve("infra/a.txt"));
    assertThat(refused(workspace.text(file, HERE)).message()).contains("cannot be read");
  }

  private Lookup<WorkspaceFile> refer(String reference) {
    WorkspaceFile main = found(workspace.file(root.resolve("infra/main.bicep"), HERE));
    return workspace.file(main, reference, Kind.MISSING_FILE, HERE);
  }

  private String text(byte[] bytes) throws IOException {
    return found(read(bytes)).source().text();
  }

  private Lookup<TextFile> read(byte[] bytes) throws IOException {
    Path path = Files.write(Files.createTempFile(root, "file", ".txt"), bytes);
    return workspace.file(path, HERE).then(file -> workspace.text(file, HERE));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  static <T> T found(Lookup<T> lookup) {
    return switch (lookup) {
      case Lookup.Found<T>(var value) -> value;
      case Lookup.NotFound<T>(var why) -> throw new AssertionError(why);
    };
  }

  static Diagnostic refused(Lookup<?> lookup) {
    assertThat(lookup).isInstanceOf(Lookup.NotFound.class);
    return ((Lookup.NotFound<?>) lookup).why();
  }
}
