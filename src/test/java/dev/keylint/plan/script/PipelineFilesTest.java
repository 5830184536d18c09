package dev.keylint.plan.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PipelineFilesTest {
  private static final String FLOW = ".github/workflows/a.yml";

  @TempDir private Path folder;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void inAFolder() {
    tree = new Tree(folder);
  }

  @ParameterizedTest
  @CsvSource({
    ".github/workflows/a.yml,              true",
    "app/.GitHub/workflows/a.YAML,         true",
    ".github/workflows/sub/a.yml,          false",
    "my.github/workflows/a.yml,            false",
    ".github/dependabot.yml,               false",
    "azure-pipelines.yml,                  true",
    "ci/azure-pipelines-nightly.yaml,      true",
    ".azdo/pipelines/azure-dev.yml,        true",
    "pipelines/templates/steps.yml,        true",
    "pipelines/a.json,                     false",
    "deploy/values.yaml,                   false",
    "app\\.github\\workflows\\a.yml,          true",
    "ci/azure-pipeline-app.yml,            true",
  })
  void pipelinesAreKnownByTheirPath(String path, boolean is) {
    assertThat(PipelineFiles.isPipeline(path)).isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({
    "x/.github/workflows/a.yml,            x/",
    ".github/workflows/a.yml,              ''",
    "x/azure-pipelines.yml,                x/",
    "x/pipelines/templates/steps.yml,      x/",
    "x/.azdo/pipelines/azure-dev.yml,      x/",
    "x/.ci/Build/azure-pipelines.yml,      x/",
    "ci/azure-pipelines.yml,               ''",
  })
  void aPipelineConcernsWhatIsCheckedOut(String path, String concerned) {
    assertThat(tree.read(path, "steps: []\n").folder()).isEqualTo(concerned);
  }

  @Test
  void aWorkflowRunsTheStepsOfItsJobs() {
    assertThat(
            Tree.shown(
                tree.pipeline(
                    FLOW,
                    """
                    on: push
                    jobs:
                      build:
                        steps:
                          - uses: actions/checkout@v4
                          - run: one
                          - name: Two
                            run: |
                              two
                          - uses: azure/cli@v2
                            with:
                              inlineScript: |
                                three
                          - if: ${{ false }}
                            run: never
                      off:
                        if: false
                        steps: [{ run: never }]
                    """)))
        .containsExactly(
            "build: one @ .github/workflows/a.yml:6",
            "Two: two @ .github/workflows/a.yml:9",
            "build: three @ .github/workflows/a.yml:13");
  }

  @Test
  void aWorkflowCallsFilesFromItsFolders() {
    tree.with("a/one.sh", "in-one\n").with("b/two.sh", "in-two\n").with("three.sh", "in-three\n");
    assertThat(
            Tree.shown(
                tree.pipeline(
                    FLOW,
                    """
                    defaults: { run: { working-directory: a } }
                    jobs:
                      build:
                        steps:
                          - run: ./one.sh
                          - { run: bash two.sh, working-directory: b }
                          - run: pwsh ${{ github.workspace }}/three.sh
                    """)))
        .satisfiesExactly(
            it -> assertThat(it).contains("in-one @ a/one.sh:1"),
            it -> assertThat(it).contains("in-two @ b/two.sh:1"),
            it -> assertThat(it).contains("in-three @ three.sh:1"));
  }

  @Test
  void anActionOfTheRepositoryBringsItsSteps() {
    tree.with(
        ".github/actions/keys/action.yml",
        """
        runs:
          using: composite
          steps:
            - { shell: bash, run: list keys }
            - uses: ./.github/actions/keys
        """);
    assertThat(
            Tree.shown(
                tree.pipeline(
                    FLOW, "jobs: { a: { steps: [{ uses: ./.github/actions/keys }] } }\n")))
        .contains("a: list keys @ .github/actions/keys/action.yml:4");
  }

  @Test
  void anAzurePipelineRunsWhatItsListsHold() {
    assertThat(
            Tree.shown(
                tree.pipeline(
                    "azure-pipelines.yml",
                    """
                    stages:
                      - stage: one
                        jobs:
                          - deployment: x
                            strategy:
                              runOnce:
                                deploy:
                                  steps:
                                    - bash: one
                                      displayName: One
                                    - ${{ if eq(parameters.x, 'y') }}:
                                        - pwsh: two
                                    - script: never
                                      enabled: false
                                    - script: never
                                      condition: False
                    """)))
        .containsExactly(
            "One: one @ azure-pipelines.yml:9", "script: two @ azure-pipelines.yml:12");
  }

  @Test
  void tasksOfAzurePipelinesAreGivenTextsAndFiles() {
    tree.with("deploy/keys.sh", "in-file\n");
    assertThat(
            Tree.shown(
                tree.pipeline(
                    "azure-pipelines.yml",
                    """
                    steps:
                      - task: AzureCLI@2
                        inputs:
                          scriptLocation: inlineScript
                          inlineScript: |
                            one
                      - task: AzureCLI@2
                        displayName: Two
                        inputs:
                          scriptLocation: scriptPath
                          scriptPath: $(System.DefaultWorkingDirectory)/deploy/keys.sh
                          inlineScript: never
                      - task: AzurePowerShell@5
                        inputs: { ScriptType: InlineScript, Inline: three }
                    """)))
        .containsExactly(
            "AzureCLI@2: one @ azure-pipelines.yml:6",
            "Two: in-file @ deploy/keys.sh:1",
            "AzurePowerShell@5: three @ azure-pipelines.yml:14");
  }

  @Test
  void aPathThatOnlyTheRunKnowsIsNotKnown() {
    assertThat(
            Tree.shown(
                tree.pipeline(
                    "pipelines/a.yml",
                    """
                    steps:
                      - task: Bash@3
                        inputs: { targetType: filePath, filePath: $(dir)/$(name).sh }
                      - task: Bash@3
                        inputs: { targetType: filePath, filePath: gone.sh }
                    """)))
        .containsExactly(
            "Bash@3: ? what `$(dir)/$(name).sh` does", "Bash@3: ? what `gone.sh` does");
    assertThat(tree.said())
        .containsExactly(
            "pipelines/a.yml:5:47: there is no file `gone.sh`, so what the script does is not"
                + " checked");
  }

  @Test
  void namesOfInputsIgnoreCase() {
    tree.with("b.bat", "in-bat\n");
    assertThat(
            Tree.shown(
                tree.pipeline(
                    "azure-pipelines.yml",
                    """
                    steps:
                      - task: AzurePowerShell@5
                        inputs: { scripttype: inlineScript, INLINE: one, scriptpath: never.ps1 }
                      - task: BatchScript@1
                        inputs: { Filename: b.bat }
                    """)))
        .containsExactly(
            "AzurePowerShell@5: one @ azure-pipelines.yml:3", "BatchScript@1: in-bat @ b.bat:1");
    assertThat(
            Tree.shown(
                tree.pipeline(
                    FLOW,
                    """
                    jobs:
                      a: { steps: [{ uses: azure/cli@v2, with: { INLINESCRIPT: two } }] }
                    """)))
        .containsExactly("a: two @ .github/workflows/a.yml:2");
  }

  @Test
  void templatesOfTheRepositoryAreFollowed() {
    tree.with(
            "build/jobs/all.yml", "jobs: [{ template: ../steps/one.yml }, { template: /two.yml }]")
        .with("build/steps/one.yml", "steps: [{ bash: one }, { template: ../jobs/all.yml }]\n")
        .with("two.yml", "steps: [{ bash: two }]\n")
        .with("three.yml", "parameters: []\nstages: [{ jobs: [{ steps: [{ bash: three }] }] }]\n")
        .with("pipelines/own.yml", "steps: [{ bash: never }]\n");
    assertThat(
            Tree.shown(
                tree.pipeline(
                    "azure-pipelines.yml",
                    """
                    extends: { template: three.yml }
                    jobs:
                      - template: build/jobs/all.yml
                      - template: build/jobs/all.yml
                      - template: steps.yml@others
                      - template: ${{ parameters.which }}.yml
                      - template: pipelines/own.yml
                      - template: gone.yml
                      - { template: never.yml, condition: false }
                    """)))
        .containsExactly(
            "script: three @ three.yml:2",
            "script: one @ build/steps/one.yml:1",
            "script: two @ two.yml:1",
            "template: ? what `gone.yml` does");
    assertThat(tree.said())
        .containsExactly(
            "azure-pipelines.yml:8:15: there is no file `gone.yml`, so what the script does is not"
                + " checked");
  }

  @ParameterizedTest
  @CsvSource({"29, script: one @ azure-pipelines.yml:31", "30, pipeline: ? what `the rest` does"})
  void stepsAreLookedForSoDeep(int conditions, String shown) {
    StringBuilder steps = new StringBuilder("steps:\n");
    for (int i = 0; i < conditions; i++) {
      steps.repeat(' ', 2 * i).append("- ${{ if a }}:\n");
    }
    steps.repeat(' ', 2 * conditions).append("- script: one\n");
    assertThat(Tree.shown(tree.pipeline("azure-pipelines.yml", steps.toString())))
        .containsExactly(shown);
  }

  @Test
  void whatAPipelineUsesAndCannotBeReadIsNotKnown() {
    tree.with("actions/b/action.yml", "runs: [\n").with("t.yml", "steps: [\n");
    assertThat(Tree.shown(tree.pipeline(FLOW, "jobs: { a: { steps: [{ uses: ./actions/b }] } }\n")))
        .containsExactly("a: ? what `./actions/b` does");
    assertThat(Tree.shown(tree.pipeline("azure-pipelines.yml", "steps: [{ template: t.yml }]\n")))
        .containsExactly("template: ? what `t.yml` does");
  }

  @Test
  void anActionThatIsNotHereIsNotKnown() {
    assertThat(Tree.shown(tree.pipeline(FLOW, "jobs: { a: { steps: [{ uses: ./actions/b }] } }\n")))
        .containsExactly("a: ? what `actions/b` does");
    assertThat(tree.said()).singleElement().asString().contains("there is no file `actions/b`");
  }

  @Test
  void pipelinesOfAFolderLieWhereTheyDoByCustom() {
    tree.with(FLOW, "").with("azure-pipelines.yml", "").with(".pipelines/sub/a.yml", "");
    tree.with("app/azure-pipelines.yml", "").with("deploy/a.yml", "");
    assertThat(PipelineFiles.of(Workspace.of(folder), folder))
        .extracting(WorkspaceFile::shown)
        .containsExactlyInAnyOrder(FLOW, "azure-pipelines.yml", ".pipelines/sub/a.yml");
  }

  @Test
  void whatIsNoPipelineIsNotLookedAt() {
    assertThat(tree.pipeline("pipelines/data.yml", "- script: one\n")).isEmpty();
    assertThat(tree.pipeline("pipelines/chart.yml", "{{ template }}\n---\nx: y\n")).isEmpty();
    assertThat(tree.pipeline("pipelines/other.yml", "kind: Pipeline\nspec: {}\n")).isEmpty();
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertThat(tree.pipeline(FLOW, "jobs: [\n")).isEmpty();
    assertThat(tree.said()).singleElement().asString().startsWith(".github/workflows/a.yml:");
    assertThat(tree.pipeline(FLOW, "#".repeat((1 << 20) + 1))).isEmpty();
    assertThat(tree.said())
        .last()
        .isEqualTo(".github/workflows/a.yml: the pipeline is larger than 1048576 characters");
  }

  @ParameterizedTest
  @CsvSource({
    ".github/workflows/a.yml, SYNTAX",
    "azure-pipelines.yml, SYNTAX",
    "pipelines/chart.yml, NOTE",
  })
  void aPipelineThatIsNoYamlIsNotRead(String path, Diagnostic.Kind kind) {
    assertThat(tree.read(path, "on: [\n").diagnostics())
        .extracting(Diagnostic::kind)
        .containsExactly(kind);
  }
}
