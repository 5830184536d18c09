package dev.keylint.plan.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.Lookup;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// A folder with project files.
abstract class ProjectFolder {
  @TempDir Path folder;

  final void files(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "");
    }
  }

  final Project read(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    Workspace workspace = Workspace.of(folder);
    if (workspace.file(folder.resolve(name), new Location.WholeFile(name))
        instanceof Lookup.Found<WorkspaceFile>(WorkspaceFile file)) {
      assertThat(Project.isProject(file)).isTrue();
      return ProjectFiles.read(workspace, file);
    }
    throw new AssertionError(name);
  }
}
