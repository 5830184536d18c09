package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.project.ProjectFiles;
import dev.keylint.plan.script.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which scripts of hooks and pipelines concern which templates.
final class BesideScriptsTest {
  private static final String BICEP = "output o string = 'o'\n";
  private static final String GRANT = "az role assignment create --assignee $APP --role x";

  @TempDir private Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  private ScriptsBeside scripts(String... paths) {
    List<Path> all = Stream.of(paths).map(folder::resolve).toList();
    ScanRequest request = ScanRequest.of(all);
    ScannedFiles files = ScannedFiles.of(project.workspace(), project.loader(), request);
    var projects =
        files.projects().stream().map(it -> ProjectFiles.read(project.workspace(), it)).toList();
    return ScriptsBeside.of(project.workspace(), files, projects, new ArrayList<>());
  }

  private List<String> assigning(String template) {
    WorkspaceFile file =
        ScannedFiles.of(project.workspace(), project.loader(), ScanRequest.of(List.of(folder)))
            .templates()
            .stream()
            .filter(it -> it.shown().equals(template))
            .findFirst()
            .orElseThrow();
    return scripts("").assigning(file).stream().map(Script::name).toList();
  }

  private static String hook(String name, String more) {
    return more + "hooks:\n  " + name + ": { run: '" + GRANT + "' }\n";
  }

  private static String pipeline(String name) {
    return "steps: [{ script: '" + GRANT + "', name: " + name + " }]\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "infra/main.bicep   | top, all",
        "other/main.bicep   | top, all",
        "a/infra/main.bicep | inner, all",
        "a/main.bicep       | inner, all",
        "b/main.bicep       | inner, top, all, own",
      })
  void hooksConcernWhatLiesNearAndPipelinesWhatIsCheckedOut(String template, String names) {
    project
        .with("azure.yaml", hook("top", ""))
        .with("a/azure.yaml", hook("inner", "infra: { path: ../b }\n"))
        .with("azure-pipelines.yml", pipeline("all"))
        .with("b/azure-pipelines.yml", pipeline("own"));
    for (String each : List.of("infra", "other", "a/infra", "a", "b")) {
      project.with(each + "/main.bicep", BICEP);
    }
    assertThat(assigning(template)).containsExactlyInAnyOrder(names.split(", "));
  }

  @Test
  void whatAssignsNoRoleHidesNone() {
    project.with("azure.yaml", "hooks: { up: { run: az group list } }\n");
    project.with("main.bicep", BICEP);
    assertThat(assigning("main.bicep")).isEmpty();
    assertThat(scripts("").asked()).hasSize(1);
  }

  @Test
  void theUserAskedForWhatLiesInTheFolder() {
    project
        .with("azure.yaml", hook("top", ""))
        .with("azure-pipelines.yml", pipeline("all"))
        .with("a/azure.yml", hook("inner", ""))
        .with("a/main.bicep", BICEP)
        .with("a/pipelines/own.yml", pipeline("own"))
        .with("a/pipelines/none.yml", "steps: []\n");
    assertThat(scripts("a").asked())
        .extracting(ScriptsBeside.Group::file)
        .containsExactly("a/azure.yml", "a/pipelines/own.yml");
    assertThat(scripts("").asked()).hasSize(4);
  }

  @Test
  void aScriptThatIsNotHereIsNotAsked() {
    project.with("azure.yaml", "hooks: { up: { run: ./gone.sh } }\n").with("main.bicep", BICEP);
    assertThat(scripts("").asked()).isEmpty();
  }
}
