package dev.keylint.plan.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the steps of a pipeline of Azure DevOps run, and which of them do.
final class PipelineFoldersTest {
  @TempDir private Path folder;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void inAFolder() {
    tree = new Tree(folder);
  }

  private List<String> of(String path, String steps) {
    return Tree.shown(tree.pipeline(path, "steps:\n" + steps));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "azure-pipelines.yml          | run.sh   | - script: ./run.sh",
        "ci/azure-pipelines.yml       | run.sh   | - script: ./run.sh",
        "x/ci/build/azure-pipelines.yml | x/run.sh | - script: ./run.sh",
        "pipelines/deep/all.yml       | run.sh   | - script: ./run.sh",
        "azure-pipelines.yml          | a/run.sh | - { script: ./run.sh, workingDirectory: a }",
        "ci/azure-pipelines.yml       | a/run.sh | - { script: ./run.sh, workingDirectory: a }",
        "azure-pipelines.yml          | run.sh   | - { script: ./run.sh, workingDirectory: a }",
        "azure-pipelines.yml          | run.sh   | - { script: ./run.sh, workingDirectory: $(any)"
            + " }",
        "azure-pipelines.yml          | a/run.sh | - { task: B@1, inputs: { cwd: a, filePath:"
            + " run.sh } }",
      })
  void aStepCallsWhatLiesInItsFolder(String pipeline, String file, String step) {
    tree.with(file, "in-file\n");
    assertThat(of(pipeline, "  " + step + "\n"))
        .singleElement()
        .asString()
        .contains("in-file @ " + file + ":1");
  }

  @Test
  void aFolderThatOnlyTheRunKnowsHoldsNothingHere() {
    tree.with("$(any)/run.sh", "in-file\n");
    assertThat(of("azure-pipelines.yml", "  - { script: ./run.sh, workingDirectory: $(any) }\n"))
        .singleElement()
        .asString()
        .doesNotContain("in-file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- { script: one, enabled: true }                 | script",
        "- { script: one, condition: succeeded() }        | script",
        "- { script: one, condition: ' FALSE ' }          |",
        "- { script: one, enabled: False }                |",
        "- { script: one, name: First }                   | First",
        "- { script: one, name: x, displayName: First }   | First",
        "- { task: Bash@3, name: x, inputs: { script: one } } | Bash@3",
      })
  void aStepIsCalledByItsNameAndRunsUnlessItSaysNo(String step, String name) {
    List<String> expected =
        name == null ? List.of() : List.of(name + ": one @ azure-pipelines.yml:2");
    assertThat(of("azure-pipelines.yml", "  " + step + "\n")).isEqualTo(expected);
  }

  @Test
  void whatATemplateNamesLiesBesideIt() {
    tree.with("one/a.yml", "steps: [{ template: b.yml }]\n")
        .with("one/b.yml", "steps: [{ bash: in-one }]\n")
        .with("b.yml", "steps: [{ bash: at-the-root }]\n");
    assertThat(of("azure-pipelines.yml", "  - template: one/a.yml\n  - template: b.yml\n"))
        .containsExactly("script: in-one @ one/b.yml:1", "script: at-the-root @ b.yml:1");
  }

  @Test
  void otherFilesBesideWorkflowsAreNone() {
    tree.with(".github/workflows/a.yml", "").with(".github/workflows/readme.md", "");
    tree.with(".github/workflows/more/b.yml", "");
    assertThat(PipelineFiles.of(Workspace.of(folder), folder))
        .extracting(WorkspaceFile::shown)
        .containsExactly(".github/workflows/a.yml");
  }

  @Test
  void whatIsWrongInOtherYamlIsNoMatter() {
    tree.pipeline("pipelines/other.yml", "kind: one\nkind: two\n");
    assertThat(tree.said()).isEmpty();
    tree.pipeline("pipelines/own.yml", "steps: []\nsteps: []\n");
    assertThat(tree.said()).singleElement().asString().startsWith("pipelines/own.yml:2:");
  }
}
