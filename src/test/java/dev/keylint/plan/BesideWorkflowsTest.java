package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.template.Declaration;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The workflows of Logic Apps beside the templates: which files are some, and of which app.
final class BesideWorkflowsTest {
  private static final String FLOW = "{\"definition\": {\"actions\": {}}, \"kind\": \"Stateful\"}";
  private static final String DECLARING =
      "resource a 'Microsoft.Web/sites@2024-04-01' = { name: 'a', kind: 'functionapp,WorkflowApp'"
          + " }\n";
  private static final String OTHER = "output o string = 'o'\n";

  @TempDir private Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  private List<AppWorkflows.App> apps() {
    return project.plan("").beside().workflows();
  }

  private static String name(Declaration declared) {
    return Shown.of(((Declaration.Resource) declared).name());
  }

  private static String body(Declaration declared) {
    return Shown.of(((Declaration.Resource) declared).body());
  }

  @Test
  void theWorkflowsOfAFolderAreOneApp() {
    project
        .with("main.bicep", DECLARING)
        .with("app/ask/workflow.json", FLOW)
        .with("app/Tell/WORKFLOW.json", FLOW)
        .with("app/connections.json", "{\"managedApiConnections\": {}}")
        .with("other/go/workflow.json", FLOW);
    List<AppWorkflows.App> apps = apps();
    assertThat(apps).extracting(AppWorkflows.App::folder).containsExactly("app/", "other/");
    AppWorkflows.App app = apps.getFirst();
    assertThat(app.files()).containsExactly("app/Tell/WORKFLOW.json", "app/ask/workflow.json");
    assertThat(app.made().resources())
        .extracting(it -> it.symbol() + " " + name(it))
        .satisfiesExactly(
            it -> assertThat(it).asString().startsWith("workflow0 ").endsWith("'/Tell')"),
            it -> assertThat(it).asString().startsWith("workflow1 ").endsWith("'/ask')"));
    assertThat(body(app.made().resources().getLast()))
        .contains("'definition': {'actions': {}}", "'connections': {'managedApiConnections': {}}")
        .doesNotContain("'parameters'", "Stateful");
    assertThat(body(apps.getLast().made().resources().getFirst())).doesNotContain("'connections'");
  }

  @Test
  void theParametersOfAnAppAreThoseOfItsWorkflows() {
    project.with("app/ask/workflow.json", FLOW).with("app/parameters.json", "{\"host\": {}}");
    assertThat(body(apps().getFirst().made().resources().getFirst()))
        .contains("'parameters': {'host': {}}");
  }

  @Test
  void aWorkflowAtTheTopIsCalledByWhatItIs() {
    project.with("workflow.json", FLOW);
    AppWorkflows.App app = apps().getFirst();
    assertThat(app.folder()).isEmpty();
    assertThat(name(app.made().resources().getFirst())).endsWith("'/workflow')");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/infra/main.bicep                 | a/infra/main.bicep",
        "a/main.bicep                       | a/main.bicep",
        "main.bicep                         | main.bicep",
        "b/main.bicep                       | b/main.bicep",
        "a/main.bicep, main.bicep           | a/main.bicep",
        "a/x/main.bicep, a/y.bicep          | a/x/main.bicep, a/y.bicep",
        "b/main.bicep, c/main.bicep         | b/main.bicep, c/main.bicep",
      })
  void theNearestTemplatesThatSpeakOfAppsMayDeployIt(String templates, String declaring) {
    for (String template : templates.split(", ")) {
      project.with(template, DECLARING);
    }
    project.with("a/app/ask/workflow.json", FLOW).with("a/app/other.bicep", OTHER);
    assertThat(apps().getFirst().declaring()).containsExactlyInAnyOrder(declaring.split(", "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"definition\": {}}",
        "{\"definition\": 1}",
        "{\"actions\": {}}",
        "{\"definition\": ",
      })
  void whatHasNoDefinitionIsNone(String text) {
    project.with("main.bicep", OTHER).with("app/ask/workflow.json", text);
    assertThat(apps()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"definition\": {\"actions\": {}}}",
        "{\"Definition\": {\"Triggers\": {}}}",
      })
  void actionsOrTriggersAreEnough(String text) {
    project.with("app/ask/workflow.json", text);
    assertThat(apps()).hasSize(1);
  }

  @Test
  void whatIsNamedAndIsNoneIsSaid() {
    project.with("app/ask/workflow.json", "{\"a\": 1}");
    assertThat(project.plan("app/ask/workflow.json").beside().diagnostics())
        .singleElement()
        .asString()
        .contains("neither a template nor the workflow of a Logic App");
    assertThat(project.plan("").beside().diagnostics()).isEmpty();
  }
}
