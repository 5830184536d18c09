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

  private Lookup<WorkspaceFile> refer(String reference) {
    WorkspaceFile main = found(workspace.file(root.resolve("infra/main.bicep"), HERE));
    return workspace.file(main, reference, Kind.MISSING_FILE, HERE);
  }

  private String text(byte[] bytes) throws IOException {
    return found(read(bytes)).source().text();
  }

  private Lookup<TextFile> read(byte[] bytes) throws IOException {
    Path path = Files.write(root.resolve("file.txt"), bytes);
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
