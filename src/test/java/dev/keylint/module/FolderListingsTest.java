package dev.keylint.module;

import static dev.keylint.module.WorkspaceTest.found;
import static dev.keylint.module.WorkspaceTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingsTest {
  private static final Location HERE = new Location.WholeFile("caller");

  @TempDir Path temp;
  private Path root = Path.of("");

  @BeforeEach
  void layOutFiles() throws IOException {
    root = Files.createDirectories(temp.resolve("repo"));
    Files.createDirectories(root.resolve("infra/data/deeper"));
    Files.writeString(root.resolve("infra/main.bicep"), "");
    Files.writeString(root.resolve("infra/data/b.txt"), "");
    Files.writeString(root.resolve("infra/data/A.txt"), "");
    Files.writeString(temp.resolve("outside.txt"), "");
  }

  @Test
  void namesAreRelativeToTheFileThatAsks() {
    FolderListings listings = new FolderListings(Workspace.of(root));
    assertThat(found(listings.of(main(), "data", HERE)))
        .containsExactly("data/A.txt", "data/b.txt");
    assertThat(found(listings.of(main(), ".", HERE))).containsExactly("main.bicep");
    assertThat(refused(listings.of(main(), "none", HERE)).message()).contains("no folder `none`");
  }

  @Test
  void aFolderIsLookedAtOnce() throws IOException {
    FolderListings listings = new FolderListings(Workspace.of(root));
    listings.of(main(), "data", HERE);
    Files.writeString(root.resolve("infra/data/c.txt"), "");
    assertThat(found(listings.of(main(), "../infra/data", HERE)))
        .containsExactly("data/A.txt", "data/b.txt");
  }

  @Test
  void linksShowNothingOfWhatLiesElsewhere() throws IOException {
    Files.createSymbolicLink(root.resolve("infra/data/out.txt"), temp.resolve("outside.txt"));
    Files.createSymbolicLink(root.resolve("infra/data/in.txt"), root.resolve("infra/main.bicep"));
    assertThat(found(new FolderListings(Workspace.of(root)).of(main(), "data", HERE)))
        .containsExactly("data/A.txt", "data/b.txt", "data/in.txt");
  }

  @Test
  void longListsAreCut() throws IOException {
    for (int i = 0; i < FolderListings.MAX_FILES + 10; i++) {
      Files.writeString(root.resolve("infra/data/" + i), "");
    }
    assertThat(found(new FolderListings(Workspace.of(root)).of(main(), "data", HERE)))
        .hasSize(FolderListings.MAX_FILES + 1);
  }

  private WorkspaceFile main() {
    return found(Workspace.of(root).file(root.resolve("infra/main.bicep"), HERE));
  }
}
