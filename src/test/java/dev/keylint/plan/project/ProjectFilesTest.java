package dev.keylint.plan.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectFilesTest extends ProjectFolder {
  /// Each step as `name: template bicep-parameters json-parameters`.
  private static List<String> steps(Project project) {
    return project.steps().stream()
        .map(step ->
            step.name()
                + ": "
                + shown(step.template())
                + " "
                + shown(step.bicepParameters())
                + " "
                + shown(step.jsonParameters()))
        .toList();
  }

  private static String shown(Optional<WorkspaceFile> file) {
    return file.map(WorkspaceFile::shown).orElse("-");
  }

  private static List<String> messages(Project project) {
    return project.diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static int line(Step step) {
    return ((Location.InFile) step.at())
        .source()
        .position(((Location.InFile) step.at()).span().start())
        .line();
  }

  @Test
  void withoutAWordAzdTakesMainInInfra() throws IOException {
    files("infra/main.bicep", "infra/main.parameters.json", "infra/other.bicep");
    Project project = read("azure.yaml", "name: x\n");
    assertThat(steps(project))
        .containsExactly("main: infra/main.bicep - infra/main.parameters.json");
    assertThat(project.layered()).isFalse();
    assertThat(project.tool()).isEqualTo(Project.Tool.AZD);
    assertThat(line(project.steps().getFirst())).isEqualTo(1);
  }

  @Test
  void pathAndModuleSayAnother() throws IOException {
    files("d/e/site.bicep", "d/e/site.bicepparam", "d/e/site.parameters.json");
    Project project = read("azure.yml", "name: x\ninfra:\n  path: ./d/e\n  module: site.bicep\n");
    assertThat(steps(project))
        .containsExactly("site: d/e/site.bicep d/e/site.bicepparam d/e/site.parameters.json");
    assertThat(line(project.steps().getFirst())).isEqualTo(4);
    assertThat(read("azure.yaml", "infra: { path: none }\n").steps()).isEmpty();
  }

  @Test
  void layersAreStepsInOrder() throws IOException {
    files("a/main.bicep", "b/roles.json", "c/main.bicep");
    Project project =
        read(
            "azure.yaml",
            """
            infra:
              path: c
              layers:
                - { name: one, path: a }
                - { name: two, path: b, module: roles }
                - { name: three, path: t, provider: terraform }
            """);
    assertThat(steps(project)).containsExactly("main: a/main.bicep - -", "roles: b/roles.json - -");
    assertThat(project.layered()).isTrue();
    assertThat(messages(project)).singleElement().asString().contains("with `terraform`");
    assertThat(line(project.steps().get(1))).isEqualTo(5);
  }

  @Test
  void servicesMayHaveTheirOwn() throws IOException {
    files("infra/main.bicep", "web/infra/main.bicep", "deploy/api.bicep");
    Project project =
        read(
            "azure.yaml",
            """
            services:
              web: { project: web, infra: { path: infra } }
              api: { project: api, infra: { path: deploy, module: api } }
              plain: { project: plain }
            """);
    assertThat(steps(project))
        .containsExactly(
            "main: infra/main.bicep - -",
            "main: web/infra/main.bicep - -",
            "api: deploy/api.bicep - -");
  }

  @Test
  void templatesMadeInMemoryAreNamedUnlessTheyAreWritten() throws IOException {
    String text =
        """
        services:
          hub: { host: azure.ai.project }
          web: { host: appservice }
        resources:
          chat: { type: ai.openai.model }
        """;
    Project project = read("azure.yaml", text);
    assertThat(messages(project))
        .containsExactly(
            "azd makes the templates of `hub`, `chat` in memory when it deploys: nothing of them"
                + " is checked");
    assertThat(project.diagnostics().getFirst().kind()).isEqualTo(Diagnostic.Kind.UNCHECKED);
    assertThat(project.diagnostics().getFirst().help().orElseThrow())
        .contains("azd infra generate");
    files("infra/main.bicepparam");
    assertThat(messages(read("azure.yaml", text))).isEmpty();
    assertThat(messages(read("azure.yaml", "services:\n  web: { host: appservice }\n"))).isEmpty();
  }

  @Test
  void whatCannotBeReadLosesWhatItDeploys() throws IOException {
    files("infra/main.bicep");
    Project broken = read("azure.yaml", "a: [\n");
    assertThat(broken.steps()).isEmpty();
    assertThat(broken.diagnostics())
        .extracting(Diagnostic::kind)
        .containsExactly(Diagnostic.Kind.SYNTAX);
    assertThat(read("azure.yaml", "infra: text\n").steps()).hasSize(1);
    assertThat(read("azure.yaml", "infra: { path: ../infra }\n").steps()).isEmpty();
    Project large = read("azure.yaml", "#" + "x".repeat(1 << 20));
    assertThat(messages(large)).singleElement().asString().contains("larger than 1048576");
  }

  @Test
  void teamsToolkitNamesTemplatesAndParametersInItsSteps() throws IOException {
    files("infra/azure.bicep", "infra/v.json", "b/main.bicep", "b/main.bicepparam");
    Project project =
        read(
            "m365agents.yml",
            """
            provision:
              - uses: aadApp/create
                with: { templates: [ { path: b/main.bicep } ] }
              - uses: arm/deploy
                with:
                  templates:
                    - path: ./infra/azure.bicep
                      parameters: ./infra/v.json
                    - path: ./none.bicep
            deploy:
              - uses: arm/deploy
                with: { templates: [ { path: b/main.bicep, parameters: b/main.bicepparam } ] }
            """);
    assertThat(steps(project))
        .containsExactly(
            "./infra/azure.bicep: infra/azure.bicep - infra/v.json",
            "b/main.bicep: b/main.bicep b/main.bicepparam -");
    assertThat(project.tool()).isEqualTo(Project.Tool.TEAMS_TOOLKIT);
    assertThat(project.layered()).isFalse();
  }

  @Test
  void projectsOfAFolderAreFoundWithinTheRoot() throws IOException {
    files("azure.yaml", "a/teamsapp.yml", "a/azure.yml", "a/b/main.bicep", "a/b/azure.yaml");
    assertThat(ProjectFiles.of(Workspace.of(folder), folder.resolve("a")))
        .extracting(WorkspaceFile::shown)
        .containsExactlyInAnyOrder("a/teamsapp.yml", "a/azure.yml");
    assertThat(ProjectFiles.of(Workspace.of(folder.resolve("a")), folder)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hub: { host: azure.ai.project }                                  | llm hub",
        "hub: { host: other }                                             | llm -",
        "hub: { host: azure.ai.project }, two: { host: azure.ai.project } | llm -",
        "hub: { host: Azure.AI.project }                                  | llm -",
      })
  void connectionsAreMadeOfServices(String projects, String connection) throws IOException {
    Project project =
        read(
            "azure.yaml",
            "services: { " + projects + ", llm: { host: azure.ai.connection, target: x } }\n");
    assertThat(project.connections())
        .extracting(it -> it.name() + " " + it.project().orElse("-"))
        .containsExactly(connection);
    assertThat(project.connections().getFirst().written().text("target")).contains("x");
  }

  @ParameterizedTest
  @CsvSource({"bicep, 1, 0", "ARM, 1, 0", "'', 1, 0", "Terraform, 0, 1", "pulumi, 0, 1"})
  void whatAzdDeploysInAnotherWayIsSaid(String provider, int steps, int said) throws IOException {
    files("infra/main.bicep");
    Project project = read("azure.yaml", "infra: { provider: '" + provider + "' }\n");
    assertThat(project.steps()).hasSize(steps);
    assertThat(messages(project)).hasSize(said);
  }

  /// Each diagnostic as `kind line:column message`.
  private static List<String> said(Project project) {
    return project.diagnostics().stream()
        .map(it -> it.kind() + " " + place(it.location()) + " " + it.message())
        .toList();
  }

  private static String place(Location at) {
    return at instanceof Location.InFile file
        ? file.start().line() + ":" + file.start().column()
        : at.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "infra: { path: ./infra/ }            | MISSING_FILE 1:16 | infra/main.bicep",
        "infra: { path: a/./b, module: site } | MISSING_FILE 1:31 | a/b/site.bicep",
        "infra: { module: site.bicep }        | MISSING_FILE 1:18 | infra/site.bicep",
        "infra: { provider: bicep }           | MISSING_FILE 1:8  | infra/main.bicep",
        "infra: { path: ., module: main }     | MISSING_FILE 1:27 | main.bicep",
        "infra: { layers: [ { path: a }, { path: b } ] } | MISSING_FILE 1:41 | b/main.bicep",
        "services: { web: { infra: { path: i } } }             | UNCHECKED 1:35 | i/main.bicep",
        "services: { web: { project: w, infra: { path: i } } } | UNCHECKED 1:47 | i/main.bicep",
      })
  void whatIsDeployedAndNotHereIsSaid(String text, String kind, String file) throws IOException {
    files("a/main.bicep");
    assertThat(said(read("azure.yaml", text)))
        .containsExactly(kind + " `azure.yaml` deploys `" + file + "`, which is not here");
  }

  @ParameterizedTest
  @CsvSource({"../x, ../x/main.bicep", "/etc, /etc/main.bicep"})
  void aTemplateOutsideOfWhatIsScannedIsSaid(String path, String file) throws IOException {
    Project project = read("azure.yaml", "infra: { path: " + path + " }");
    assertThat(said(project))
        .containsExactly(
            "MISSING_FILE 1:16 `azure.yaml` deploys `"
                + file
                + "`, which leads out of what may be read");
    assertThat(project.diagnostics().getFirst().help().orElseThrow()).contains("holds both files");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: x",
        "infra: {}",
        "infra: text",
        "infra: { path: a }",
        "infra: { path: b }",
        "services: { web: { project: web, host: containerapp } }",
        "services: { web: { project: a, infra: { path: . } } }",
      })
  void nothingIsMissingWhereNothingIsNamedOrAllIsHere(String text) throws IOException {
    files("a/main.bicep", "b/main.bicepparam");
    assertThat(said(read("azure.yaml", text))).isEmpty();
  }

  @Test
  void theHelpSaysHowATemplateMayGetHere() throws IOException {
    Project project = read("azure.yaml", "infra: { path: infra }\n");
    assertThat(project.diagnostics().getFirst().help().orElseThrow())
        .contains("submodule", "scan again");
  }

  /// azd makes what it can, also where a path is given; with layers it makes nothing.
  @Test
  void whatAzdMakesItselfIsNotMissing() throws IOException {
    String resources = "resources: { chat: { type: ai.openai.model } }\n";
    assertThat(said(read("azure.yaml", "infra: { path: infra }\n" + resources)))
        .singleElement()
        .asString()
        .startsWith("UNCHECKED 2:14 azd makes the templates of `chat` in memory");
    assertThat(
            said(read("azure.yaml", "infra: { layers: [ { name: a, path: a } ] }\n" + resources)))
        .singleElement()
        .asString()
        .startsWith("MISSING_FILE 1:");
  }

  @Test
  void templatesOfTerraformAreThoseOfAnotherProvider() throws IOException {
    files("infra/main.tf");
    assertThat(messages(read("azure.yaml", "infra: { path: infra }\n")))
        .singleElement()
        .asString()
        .contains("with `terraform`");
  }

  @ParameterizedTest
  @CsvSource({
    "host, host/Some.csproj, <Project Sdk=\"Aspire.AppHost.Sdk/13.0\">, true",
    "host/Some.csproj, host/Some.csproj, <IsAspireHost>true</IsAspireHost>, true",
    "host, host/apphost.cs, #:sdk Aspire.AppHost.Sdk@13, true",
    "host, host/Some.csproj, <Project Sdk=\"Microsoft.NET.Sdk.Web\">, false",
    "host, host/Program.cs, Aspire.AppHost.Sdk, false",
    "other, host/Some.csproj, <IsAspireHost>true</IsAspireHost>, false",
    "../host, host/Some.csproj, <IsAspireHost>true</IsAspireHost>, false",
  })
  void anAspireHostIsMadeInMemory(String project, String file, String text, boolean made)
      throws IOException {
    files(file);
    Files.writeString(folder.resolve(file), text);
    String service = "app: { project: " + project + ", language: dotnet, host: containerapp }";
    assertThat(messages(read("azure.yaml", "services: { " + service + " }\n")))
        .hasSize(made ? 1 : 0)
        .allMatch(it -> it.contains("azd makes the templates of `app` in memory"));
    assertThat(messages(read("azure.yaml", "services: { " + service + ", b: { host: x } }\n")))
        .isEmpty();
  }

  @Test
  void stepsOfTeamsToolkitMayMissTheirFilesToo() throws IOException {
    files("infra/azure.bicep");
    Project project =
        read(
            "teamsapp.local.yml",
            """
            provision:
              - uses: arm/deploy
                with:
                  templates:
                    - path: ./none.bicep
                    - path: ../none.bicep
                    - path: ./infra/${{NAME}}.bicep
                    - path: infra/azure.bicep
                      parameters: infra/v.json
                    - path: infra/azure.bicep
                      parameters: infra/v.${{TEAMSFX_ENV}}.json
              - uses: other
                with: { templates: [ { path: ./none.bicep } ] }
            """);
    assertThat(said(project))
        .containsExactly(
            "MISSING_FILE 5:17 `teamsapp.local.yml` deploys `./none.bicep`, which is not here",
            "MISSING_FILE 6:17 `teamsapp.local.yml` deploys `../none.bicep`, which leads out of"
                + " what may be read",
            "UNCHECKED 7:17 which template `./infra/${{NAME}}.bicep` is depends on variables:"
                + " nothing of it is checked",
            "MISSING_FILE 9:23 `teamsapp.local.yml` deploys with the parameters of `infra/v.json`,"
                + " which is not here");
    assertThat(project.steps()).hasSize(2);
  }
}
