package dev.keylint.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSearchTest {
  @TempDir Path temp;
  private Path root = Path.of("");

  @BeforeEach
  void layOutFiles() throws IOException {
    root = Files.createDirectories(temp.resolve("repo"));
    write("repo/main.BICEP");
  }

  @Test
  void foldersWithADotAreReadLikeOthers() throws IOException {
    write("repo/.infra/a.bicep");
    write("repo/.github/.deploy/b.bicep");
    write("repo/.azure/dev/c.bicep");
    assertThat(shown(search()))
        .containsExactly(
            ".azure/dev/c.bicep", ".github/.deploy/b.bicep", ".infra/a.bicep", "main.BICEP");
    assertThat(search().diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".terraform",
        "node_modules",
        "app/node_modules",
        ".venv",
        "Venv",
        "__pycache__",
        ".cache",
      })
  void foldersOfToolsAreNamedWhenTheyHoldTemplates(String folder) throws IOException {
    write("repo/" + folder + "/deep/readme.md");
    write("repo/" + folder + "/package.json");
    assertThat(search().diagnostics()).isEmpty();
    write("repo/" + folder + "/deep/hidden.bicep");
    FileSearch.Result found = search();
    assertThat(shown(found)).containsExactly("main.BICEP");
    assertThat(found.diagnostics())
        .singleElement()
        .satisfies(note -> assertThat(note.kind()).isEqualTo(Kind.NOTE))
        .asString()
        .startsWith(folder + ": the folder is not scanned, although it holds `hidden.bicep`")
        .contains("name it on the command line");
    assertThat(
            shown(
                FileSearch.below(
                    workspace(), root.resolve(folder), FileSearch.ending(Set.of(".bicep")))))
        .containsExactly(folder + "/deep/hidden.bicep");
  }

  @Test
  void aCacheOfModulesIsNamedOnce() throws IOException {
    write("repo/own/br/h.io/a$b/1.0$/main.json");
    write("repo/own/br/h.io/a$b/V1$1/main.bicep");
    write("repo/own/br/h.io/a$b/sha256#" + "0".repeat(64) + "/main.bicep");
    write("repo/own/br/h.io/a$b/plain/main.bicep");
    write("repo/own/h.io/a/1.0$/main.bicep");
    FileSearch.Result found = search();
    assertThat(shown(found))
        .containsExactly(
            "main.BICEP", "own/br/h.io/a$b/plain/main.bicep", "own/h.io/a/1.0$/main.bicep");
    assertThat(found.diagnostics())
        .singleElement()
        .asString()
        .startsWith("own/br: the folder is not scanned: it is laid out as a cache of modules");
  }

  @Test
  void ofGitNothingIsReadOrNamed() throws IOException {
    write("repo/.git/hidden.bicep");
    write("repo/part/.GIT/hidden.bicep");
    write("repo/node_modules/x/.git/hidden.bicep");
    assertThat(shown(search())).containsExactly("main.BICEP");
    assertThat(search().diagnostics()).isEmpty();
  }

  @Test
  void whatCannotBeLookedThroughIsSaid() throws IOException {
    for (int i = 0; i < SkippedFolders.MAX_ENTRIES + 1; i++) {
      Path file = root.resolve("node_modules/" + i % 100 + "/" + i);
      Files.createDirectories(file.resolveSibling("."));
      Files.createFile(file);
    }
    assertThat(search().diagnostics())
        .singleElement()
        .asString()
        .startsWith("node_modules: the folder is not scanned, and holds too much");
  }

  @Test
  void theUsersRegistriesAreNoTemplatesOfTheTree() throws IOException {
    write("repo/registry/m.bicep");
    Workspace workspace = Workspace.of(root, List.of(root), List.of(root.resolve("registry")));
    FileSearch.Result found =
        FileSearch.below(workspace, root, FileSearch.ending(Set.of(".bicep")));
    assertThat(shown(found)).containsExactly("main.BICEP");
    assertThat(found.diagnostics()).isEmpty();
  }

  @Test
  void linksWithinTheRootAreFollowedOnce() throws IOException {
    write("repo/.real/a.bicep");
    write("repo/node_modules/used/b.bicep");
    link("infra", ".real");
    link("again", ".real");
    link("used", "node_modules/used");
    link(".real/up", "");
    link(".real/self", ".real");
    link("file.bicep", ".real/a.bicep");
    FileSearch.Result found = search();
    assertThat(shown(found))
        .containsExactly(".real/a.bicep", "main.BICEP", "node_modules/used/b.bicep");
    assertThat(found.diagnostics()).extracting(Diagnostic::kind).containsOnly(Kind.NOTE);
  }

  @Test
  void aLinkToAFolderBesideTheScannedOneIsFollowed() throws IOException {
    write("repo/shared/a.bicep");
    Files.createDirectories(root.resolve("infra"));
    link("infra/shared", "shared");
    assertThat(
            shown(
                FileSearch.below(
                    workspace(), root.resolve("infra"), FileSearch.ending(Set.of(".bicep")))))
        .containsExactly("shared/a.bicep");
  }

  @Test
  void linksThatLeadOutAreSaid() throws IOException {
    write("outside/a.bicep");
    write("repo/.git/b.bicep");
    Files.createSymbolicLink(root.resolve("out"), temp.resolve("outside"));
    Files.createSymbolicLink(root.resolve("up"), temp);
    link("git", ".git");
    FileSearch.Result found = search();
    assertThat(shown(found)).containsExactly("main.BICEP");
    assertThat(found.diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "git: the link leads out of what is scanned and is not followed",
            "out: the link leads out of what is scanned and is not followed",
            "up: the link leads out of what is scanned and is not followed");
  }

  private FileSearch.Result search() {
    return FileSearch.below(workspace(), root, FileSearch.ending(Set.of(".bicep")));
  }

  private Workspace workspace() {
    return Workspace.of(root);
  }

  private static List<String> shown(FileSearch.Result found) {
    return found.files().stream().map(WorkspaceFile::shown).toList();
  }

  private void link(String from, String to) throws IOException {
    Files.createSymbolicLink(root.resolve(from), root.resolve(to));
  }

  private void write(String path) throws IOException {
    Path file = temp.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "");
  }
}
