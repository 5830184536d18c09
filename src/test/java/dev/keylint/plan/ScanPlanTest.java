package dev.keylint.plan;

import static dev.keylint.plan.Project.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Coverage;
import dev.keylint.lower.Shown;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanPlanTest {
  private static final String RESOURCE =
      "resource a 'A.B/c@2024-01-01' = { name: 'a' }\nparam p string = ''\n";
  private static final String ARM =
      """
      {"$schema": "https://schema/2019-04-01/deploymentTemplate.json#",
       "metadata": {"_generator": {"name": "GENERATOR"}},
       "parameters": {"p": {"type": "string"}},
       "resources": [{"type": "A.B/c", "apiVersion": "2024-01-01", "name": "a"}]}
      """;
  private static final String VALUES =
      """
      {"$schema": "https://schema/2019-04-01/deploymentParameters.json#",
       "parameters": {"p": {"value": "x"}}}
      """;

  @TempDir Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  /// `template` or `template + parameters`, one for each deployment.
  private static List<String> deployments(ScanPlan plan) {
    return plan.deployments().stream()
        .map(planned ->
            planned.template().shown()
                + planned.parameters().map(file -> " + " + file.shown()).orElse(""))
        .toList();
  }

  @Test
  void rootsAreWhatNoOtherTemplateUses() {
    project
        .with("infra/main.bicep", "module m 'modules/part.bicep' = {}\n")
        .with("infra/modules/part.bicep", RESOURCE)
        .with("infra/types.bicep", "@export()\ntype t = string\n")
        .with("other/azuredeploy.json", ARM)
        .with("node_modules/x/main.bicep", RESOURCE)
        .with(".hidden/main.bicep", RESOURCE)
        .with("bicepconfig.json", "{}")
        .with("package.json", "{\"name\": broken}");
    ScanPlan plan = project.plan("");
    assertThat(deployments(plan))
        .containsExactly(".hidden/main.bicep", "infra/main.bicep", "other/azuredeploy.json");
    assertThat(messages(project.diagnostics("")))
        .singleElement()
        .asString()
        .startsWith("node_modules: the folder is not scanned");
    assertThat(plan.files())
        .containsExactly(
            ".hidden/main.bicep",
            "infra/main.bicep",
            "infra/modules/part.bicep",
            "infra/types.bicep",
            "other/azuredeploy.json");
  }

  @Test
  void aFileThatIsNamedIsAlwaysARoot() {
    project
        .with("main.bicep", "module m 'part.bicep' = {}\n")
        .with("part.bicep", RESOURCE)
        .with("main.json", ARM.replace("GENERATOR", "bicep"));
    assertThat(deployments(project.plan("part.bicep"))).containsExactly("part.bicep");
    assertThat(deployments(project.plan("main.json"))).containsExactly("main.json");
    assertThat(deployments(project.plan("part.bicep", "main.bicep")))
        .containsExactly("main.bicep", "part.bicep");
  }

  @Test
  void whatTheCompilerWroteBesideItsSourceIsNoRoot() {
    project
        .with("main.bicep", RESOURCE)
        .with("main.json", ARM.replace("GENERATOR", "bicep"))
        .with("hand/main.bicep", RESOURCE)
        .with("hand/main.json", ARM)
        .with("alone/main.json", ARM.replace("GENERATOR", "bicep"));
    ScanPlan plan = project.plan("");
    assertThat(deployments(plan))
        .containsExactly("alone/main.json", "hand/main.bicep", "hand/main.json", "main.bicep");
    assertThat(plan.deployments().getLast().twins())
        .extracting(it -> it.file().shown())
        .containsExactly("main.json");
    assertThat(plan.diagnostics()).isEmpty();
    TemplateLoader loader = project.loader();
    ScanPlan unconcerned =
        ScanPlan.of(
            project.workspace(),
            loader,
            ScanRequest.of(
                List.of(folder), Interest.in(Set.of("x.y/z"), _ -> true, _ -> List.of())));
    assertThat(unconcerned.deployments().getLast().twins()).isEmpty();
    assertThat(messages(unconcerned.diagnostics()))
        .containsExactly("main.json: compiled from `main.bicep`, which is scanned instead");
  }

  @Test
  void parameterFilesAreFoundByUsingNameAndMetadata() {
    project
        .with("main.bicep", RESOURCE)
        .with("main.json", ARM.replace("GENERATOR", "bicep"))
        .with("env/dev.bicepparam", "using '../main.bicep'\nparam p = 'dev'\n")
        .with("main.parameters.json", VALUES)
        .with("main.test.parameters.json", VALUES)
        .with("main.parameters.prod.json", VALUES)
        .with("other.json", ARM)
        .with(
            "values.json",
            VALUES.replace(
                "\"parameters\"", "\"metadata\": {\"template\": \"other.json\"}, \"parameters\""));
    assertThat(deployments(project.plan("")))
        .containsExactly(
            "main.bicep + env/dev.bicepparam",
            "main.bicep + main.parameters.json",
            "main.bicep + main.parameters.prod.json",
            "main.bicep + main.test.parameters.json",
            "other.json + values.json");
  }

  @Test
  void aParameterFileFallsToTheOnlyRootThatDeclaresItsNames() {
    project
        .with("a/main.bicep", RESOURCE)
        .with("a/dev.parameters.json", VALUES)
        .with("b/main.bicep", RESOURCE)
        .with("b/dev.parameters.json", VALUES.replace("\"p\"", "\"unknown\""));
    ScanPlan plan = project.plan("");
    assertThat(deployments(plan))
        .containsExactly("a/main.bicep + a/dev.parameters.json", "b/main.bicep");
    assertThat(messages(plan.diagnostics()))
        .singleElement()
        .asString()
        .startsWith("b/dev.parameters.json: no template is found for this parameter file");
  }

  @Test
  void parameterFilesMayBeNamedInstead() {
    project
        .with("main.bicep", RESOURCE)
        .with("main.parameters.json", VALUES)
        .with("values/any.json", VALUES);
    ScanPlan plan =
        ScanPlan.of(
            project.workspace(),
            project.loader(),
            new ScanRequest(
                List.of(folder.resolve("main.bicep")),
                List.of(folder.resolve("values/any.json")),
                true,
                Interest.ALL));
    assertThat(deployments(plan)).containsExactly("main.bicep + values/any.json");
  }

  @Test
  void variablesOfAzdAreTakenFromTheEnvironment() {
    project
        .with("main.bicep", RESOURCE)
        .with("main.parameters.json", VALUES.replace("x", "${WHO}"));
    TemplateLoader loader = project.loader(Map.of("WHO", "me"));
    ScanPlan plan = ScanPlan.of(project.workspace(), loader, ScanRequest.of(List.of(folder)));
    assertThat(Project.deployments(plan, loader).getFirst().parameters().orElseThrow().arguments())
        .singleElement()
        .satisfies(argument -> assertThat(Shown.of(argument.value())).isEqualTo("$given('me')"));
  }

  @Test
  void templatesThatOnlyUseEachOtherAreScannedToo() {
    project
        .with("a.bicep", "module b 'b.bicep' = {}\n")
        .with("b.bicep", "module a 'a.bicep' = {}\n");
    assertThat(deployments(project.plan(""))).containsExactly("a.bicep");
  }

  @Test
  void whatCannotBeReadIsCounted() {
    project
        .with("broken.json", "{\"$schema\": \"https://schema/deploymentTemplate.json#\", ")
        .with("broken.bicep", "resource x\n" + RESOURCE);
    ScanPlan plan = project.plan("");
    assertThat(Coverage.notUnderstood(project.diagnostics("")))
        .containsExactly("broken.bicep", "broken.json");
    assertThat(project.diagnostics("")).extracting(Diagnostic::kind).contains(Kind.SYNTAX);
    assertThat(deployments(plan)).containsExactly("broken.bicep");
  }

  @Test
  void aNamedFileThatIsNoTemplateIsReported() {
    project.with("data.json", "{}");
    assertThat(messages(project.plan("data.json").diagnostics()))
        .containsExactly("data.json: this is neither a template nor a parameter file");
    assertThat(project.plan("nothing.bicep").diagnostics())
        .singleElement()
        .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.UNREADABLE));
  }

  @Test
  void diagnosticsOfModulesAreThere() {
    project
        .with("main.bicep", "module m 'part.bicep' = {}\nmodule n 'part.bicep' = {}\n")
        .with("part.bicep", "var a = nowhere\n");
    assertThat(messages(project.diagnostics("main.bicep")))
        .containsExactly("part.bicep:1:9: the name `nowhere` is not declared");
  }

  @Test
  void armTemplatesMayLinkToNeighbours() {
    String linking =
        """
        {"$schema": "https://schema/2019-04-01/deploymentTemplate.json#",
         "resources": [{"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01",
           "name": "n", "properties": {"mode": "Incremental",
           "templateLink": {"relativePath": "nested/part.json"}}}]}
        """;
    project.with("azuredeploy.json", linking).with("nested/part.json", ARM);
    ScanPlan plan = project.plan("");
    assertThat(deployments(plan)).containsExactly("azuredeploy.json");
    assertThat(project.diagnostics("")).isEmpty();
    project.with("nested/part.json", linking.replace("nested/part.json", "../azuredeploy.json"));
    assertThat(messages(project.diagnostics("")))
        .singleElement()
        .asString()
        .contains("in a circle: `azuredeploy.json` -> `nested/part.json` -> `azuredeploy.json`");
  }
}
