package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Declaration;
import dev.keylint.template.TargetScope;
import dev.keylint.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What project files add to a plan.
final class EvidenceTest {
  private static final String PLAIN = "output o string = 'x'\n";
  private static final String VALUES = "{\"parameters\": {}}";
  private static final String SCHEMED =
      "{\"$schema\": \"https://schema/2019-04-01/deploymentParameters.json#\", \"parameters\": {}}";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void inAFolder() {
    project = new Project(folder);
  }

  private ScanPlan plan() {
    return ScanPlan.of(project.workspace(), project.loader(), ScanRequest.of(List.of(folder)));
  }

  private static List<String> shown(ScanPlan plan) {
    return plan.deployments().stream()
        .map(it ->
            it.template().shown()
                + it.parameters().map(file -> " + " + file.shown()).orElse("")
                + (it.byAzd() ? " by azd" : "")
                + (it.layers().isEmpty() ? "" : " in " + it.layers().size() + " layers")
                + it.remarks().stream().map(remark -> " (" + remark.message() + ")").toList())
        .toList();
  }

  @Test
  void aProjectPicksItsFilesAndSaysSoOfOthers() {
    project
        .with("p/azure.yaml", "name: x\n")
        .with("p/infra/main.bicep", PLAIN)
        .with("p/infra/main.parameters.json", VALUES)
        .with("p/old/main.bicep", PLAIN)
        .with("q/main.bicep", PLAIN);
    assertThat(shown(plan()))
        .containsExactlyInAnyOrder(
            "p/infra/main.bicep + p/infra/main.parameters.json by azd[]",
            "p/old/main.bicep[ (p/azure.yaml deploys `p/infra/main.bicep`, not `p/old/main.bicep`:"
                + " exclude this file if it is dead)]",
            "q/main.bicep[]");
  }

  @Test
  void theJsonFileBesideABicepOneIsNotRead() {
    project
        .with("azure.yaml", "name: x\n")
        .with("infra/main.bicep", PLAIN)
        .with("infra/main.bicepparam", "using 'main.bicep'\n")
        .with("infra/main.parameters.json", SCHEMED);
    List<PlannedDeployment> planned = plan().deployments();
    assertThat(planned).hasSize(2);
    assertThat(planned.getFirst().remarks()).isEmpty();
    assertThat(planned.getFirst().byAzd()).isTrue();
    assertThat(planned.getLast().remarks())
        .singleElement()
        .satisfies(remark -> assertThat(remark.lowers()).isTrue());
  }

  /// What another project deploys, or the user names, keeps its level.
  @Test
  void whatAnotherProjectReadsIsNotLowered() {
    project
        .with("azure.yaml", "name: x\n")
        .with("infra/main.bicep", PLAIN)
        .with("infra/main.bicepparam", "using 'main.bicep'\n")
        .with("infra/main.parameters.json", SCHEMED)
        .with(
            "m365agents.yml",
            """
            version: 1.0.0
            provision:
              - uses: arm/deploy
                with:
                  subscriptionId: x
                  resourceGroupName: y
                  templates:
                    - { path: ./infra/main.bicep, parameters: ./infra/main.parameters.json, deploymentName: z }
            """);
    assertThat(plan().deployments())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.remarks()).noneMatch(Remark::lowers));
  }

  @Test
  void whatTheUserNamesIsNotLowered() {
    project
        .with("azure.yaml", "name: x\n")
        .with("infra/main.bicep", PLAIN)
        .with("infra/main.bicepparam", "using 'main.bicep'\n")
        .with("infra/main.parameters.json", SCHEMED);
    ScanRequest asked =
        ScanRequest.of(List.of(folder, folder.resolve("infra/main.parameters.json")));
    assertThat(ScanPlan.of(project.workspace(), project.loader(), asked).deployments())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.remarks()).noneMatch(Remark::lowers))
        .anySatisfy(it -> assertThat(it.remarks()).isNotEmpty());
  }

  @Test
  void theTemplateIsTheOneThatTheParameterFileNames() {
    project
        .with("azure.yaml", "name: x\n")
        .with("infra/main.bicep", PLAIN)
        .with("infra/site.bicep", PLAIN)
        .with("infra/main.bicepparam", "using 'site.bicep'\n");
    assertThat(shown(plan()))
        .containsExactlyInAnyOrder(
            "infra/main.bicep[ (azure.yaml deploys `infra/site.bicep`, not `infra/main.bicep`:"
                + " exclude this file if it is dead)]",
            "infra/site.bicep + infra/main.bicepparam by azd[]");
  }

  private Project layers() {
    return project
        .with("azure.yaml", "infra:\n  layers:\n  - path: a\n  - path: b\n")
        .with(
            "a/main.bicep",
            """
            targetScope = 'subscription'
            output ID string = 'x'
            @secure()
            output KEY string = 'k'
            output AZURE_RESOURCE_GROUP string = 'rg'
            """)
        .with(
            "b/main.bicep",
            """
            param id string
            param key string = 'none'
            param asked string
            @secure()
            param secret string
            param free string?
            output o string = id
            """)
        .with(
            "b/main.parameters.json",
            """
            {"parameters": {"id": {"value": "i-${ID=none}"}, "key": {"value": "${KEY}"}}}
            """);
  }

  @Test
  void layersAreOneDeployment() {
    layers();
    ScanPlan plan = plan();
    assertThat(shown(plan)).containsExactly("a/main.bicep by azd in 2 layers[]");
    TemplateLoader loader = project.loader(Map.of("KEY", "given", "ID", "before"));
    LoweredDeployment lowered =
        new LoweredDeployments(loader, plan.deployments())
            .with(plan.deployments().getFirst(), it -> it);
    Template root = lowered.template();
    assertThat(root.source().path()).isEqualTo("azure.yaml");
    assertThat(root.scope()).isEqualTo(TargetScope.SUBSCRIPTION);
    assertThat(lowered.files()).containsExactly("a/main.bicep", "b/main.bicep");
    Declaration.Deployment second = (Declaration.Deployment) root.resources().get(1);
    assertThat(second.scope().map(Shown::of))
        .hasValue("resourceGroup(r.main['outputs']['AZURE_RESOURCE_GROUP'])");
    assertThat(second.dependsOn()).hasSize(1);
    assertThat(second.arguments().stream().map(it -> it.name() + "=" + Shown.of(it.value())))
        .containsExactly(
            "id=text('i-', empty(r.main['outputs']['ID']) ? 'none' : r.main['outputs']['ID'])",
            "key=$given('given')",
            "asked=$asked('asked')",
            "secret=secret('secret', 'secret')");
  }

  @Test
  void oneLayerAloneIsNothingSpecial() {
    layers();
    project.with("azure.yaml", "infra:\n  layers:\n  - path: b\n  - path: none\n");
    assertThat(shown(plan()))
        .containsExactlyInAnyOrder(
            "a/main.bicep[ (azure.yaml deploys `b/main.bicep`, not `a/main.bicep`: exclude this"
                + " file if it is dead)]",
            "b/main.bicep + b/main.parameters.json by azd[]");
  }

  @Test
  void otherParameterFilesOfALayerStayDeployments() {
    layers().with("b/main.prod.bicepparam", "using 'main.bicep'\nparam id = 'p'\n");
    assertThat(shown(plan()))
        .containsExactly(
            "a/main.bicep by azd in 2 layers[]",
            "b/main.bicep + b/main.prod.bicepparam[ (azure.yaml deploys it with"
                + " `b/main.parameters.json`, not with `b/main.prod.bicepparam`)]");
  }

  @Test
  void parameterFilesThatTheUserNamesComeBeforeAProject() {
    project
        .with("azure.yaml", "name: x\n")
        .with("infra/main.bicep", PLAIN)
        .with("infra/main.parameters.json", SCHEMED)
        .with("other.json", SCHEMED);
    ScanPlan plan =
        ScanPlan.of(
            project.workspace(),
            project.loader(),
            new ScanRequest(
                List.of(folder.resolve("infra/main.bicep")),
                List.of(folder.resolve("other.json")),
                true,
                Interest.ALL));
    assertThat(shown(plan)).containsExactly("infra/main.bicep + other.json[]");
  }

  @Test
  void projectsAreNoTemplates() {
    project.with("my-azure.yaml", "name: x\n").with("azure.yaml", "name: x\n");
    ScannedFiles files =
        ScannedFiles.of(project.workspace(), project.loader(), ScanRequest.of(List.of(folder)));
    assertThat(files.templates()).isEmpty();
    assertThat(files.projects()).extracting(WorkspaceFile::shown).containsExactly("azure.yaml");
  }
}
