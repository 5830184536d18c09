package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the files of projects, workflows and pipelines have a scan plan and list.
final class PlannedProjectsTest {
  private static final String BICEP = "output o string = 'o'\n";
  private static final String CONNECTION =
      "services: { llm: { host: azure.ai.connection, target: x } }\n";

  @TempDir private Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  private static List<String> templates(ScanPlan plan) {
    return plan.deployments().stream().map(it -> it.template().shown()).toList();
  }

  @Test
  void whatAProjectDeploysComesFirst() {
    project
        .with("azure.yaml", "infra: { path: deploy, module: site }\n")
        .with("a/main.bicep", BICEP)
        .with("deploy/main.bicep", BICEP)
        .with("deploy/site.bicep", BICEP)
        .with("z/main.bicep", BICEP);
    ScanPlan plan = project.plan("");
    assertThat(templates(plan)).first().isEqualTo("deploy/site.bicep");
    assertThat(plan.deployments())
        .extracting(it -> it.remarks().isEmpty())
        .containsExactly(true, false, false, false);
  }

  @Test
  void connectionsAreMadeOfTheProjectsThatAreAskedFor() {
    project.with("azure.yaml", CONNECTION).with("infra/main.bicep", BICEP);
    ScanPlan whole = project.plan("");
    assertThat(templates(whole)).containsExactly("infra/main.bicep", "azure.yaml");
    assertThat(whole.deployments())
        .extracting(it -> it.made().isPresent())
        .containsExactly(false, true);
    assertThat(templates(project.plan("infra"))).containsExactly("infra/main.bicep");
    ScanRequest named = ScanRequest.named(List.of(folder), List.of());
    assertThat(templates(ScanPlan.of(project.workspace(), project.loader(), named)))
        .containsExactly("infra/main.bicep");
  }

  @Test
  void pipelinesAndWorkflowsAreFilesOfTheScanUnlessTheyLieAbove() {
    project
        .with("azure-pipelines.yml", "steps: [{ script: one }]\n")
        .with("infra/main.bicep", BICEP)
        .with("infra/.azdo/one.yml", "steps: [{ script: one }]\n")
        .with("infra/app/ask/workflow.json", "{\"definition\": {\"actions\": {}}}");
    assertThat(project.plan("infra").files())
        .containsExactly("infra/.azdo/one.yml", "infra/app/ask/workflow.json", "infra/main.bicep");
    assertThat(project.plan("").files()).hasSize(4).first().isEqualTo("azure-pipelines.yml");
  }

  @Test
  void noTemplateIsADeploymentOfANamedParameterFileAlone() {
    project.with("main.bicep", "\0").with("main.bicepparam", "using 'main.bicep'\n");
    ScanPlan plan = project.plan("");
    assertThat(plan.deployments()).isEmpty();
    assertThat(plan.diagnostics()).isNotEmpty();
  }
}
