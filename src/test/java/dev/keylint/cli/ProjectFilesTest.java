package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// azure.yaml and teamsapp.yml say what is deployed: they add, and take nothing away.
final class ProjectFilesTest extends SearchFolder {
  private static final String RULE = "search-local-auth";
  private static final String SCHEMA =
      "\"$schema\":"
          + " \"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#\"";

  private static String values(String members) {
    return "{" + SCHEMA + ", \"parameters\": {" + members + "}}";
  }

  @Test
  void anotherRootKeepsItsLevelAndSaysWhatIsDeployed() throws IOException {
    write("azure.yaml", "name: it\ninfra:\n  path: deploy\n  module: site\n");
    write("deploy/site.bicep", search("live", "true"));
    write("deploy/main.bicep", search("dead", "false"));
    write("other/main.bicep", search("else", "false"));
    Scanned run = scan();
    assertThat(levels(run)).containsExactly("error deploy/main.bicep", "error other/main.bicep");
    assertThat(oneLine(run))
        .contains(
            "azure.yaml deploys `site`, not `deploy/main.bicep`: exclude this file if it is dead")
        .doesNotContain("deployed by deploy/main.bicep");
    assertThat(run.verdicts()).noneMatch(it -> it.message().contains("Deployed by deploy/main"));
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void soDoesWhatItLeavesOut() throws IOException {
    write("azure.yaml", "name: it\ninfra:\n  path: deploy\n  module: site\n");
    write("deploy/site.bicep", search("live", "true"));
    String docs = search("docs", "false").replace("' = {", "' = if (on) {");
    write("deploy/main.bicep", "param on bool = false\n" + docs);
    assertThat(oneLine(scan()))
        .contains(
            "warning[search-local-auth]: If `on` were true: API keys open 'docs'",
            "azure.yaml deploys `site`, not `deploy/main.bicep`: exclude this file if it is dead");
  }

  @Test
  void whatALiveTemplateReachesTooNamesBoth() throws IOException {
    write("azure.yaml", "name: it\ninfra:\n  path: deploy\n  module: site\n");
    write("deploy/docs.bicep", search("docs", "false"));
    write("deploy/site.bicep", "module m 'docs.bicep' = { name: 'm' }\n");
    write("deploy/main.bicep", "module m 'docs.bicep' = { name: 'm' }\n");
    assertThat(oneLine(scan())).contains("deployed by deploy/site.bicep, deploy/main.bicep");
  }

  @Test
  void aModuleOfAnotherRootIsARootWhenAzdDeploysIt() throws IOException {
    write("azure.yaml", "name: it\n");
    write("infra/main.bicep", search("docs", "false"));
    write("infra/all.bicep", "module m 'main.bicep' = { name: 'm', params: { off: true } }\n");
    assertThat(levels(scan())).containsExactly("error infra/main.bicep");
    Files.delete(folder.resolve("azure.yaml"));
    assertThat(levels(scan())).isEmpty();
  }

  @Test
  void theJsonFileBesideABicepOneGivesWarnings() throws IOException {
    write("infra/main.bicep", search("docs", "true"));
    write("infra/main.bicepparam", "using 'main.bicep'\nparam off = true\n");
    write("infra/main.parameters.json", values("\"off\": {\"value\": false}"));
    assertThat(levels(scan())).containsExactly("error infra/main.bicep");
    write("azure.yaml", "name: it\n");
    Scanned run = scan();
    assertThat(levels(run)).containsExactly("warning infra/main.bicep");
    assertThat(oneLine(run))
        .contains("with main.parameters.json, which azd does not read beside main.bicepparam");
    // What fails with a file that is read stays an error.
    write("infra/main.bicepparam", "using 'main.bicep'\nparam off = false\n");
    assertThat(levels(scan())).containsExactly("error infra/main.bicep");
  }

  @Test
  void whatAnotherParameterFileGivesSaysWhichOneIsTaken() throws IOException {
    write("azure.yaml", "name: it\n");
    write("infra/main.bicep", search("docs", "true"));
    write("infra/main.parameters.json", values("\"off\": {\"value\": true}"));
    write("infra/main.parameters.dev.json", values("\"off\": {\"value\": false}"));
    String said = "azure.yaml deploys it with `infra/main.parameters.json`, not with";
    Scanned run = scan();
    assertThat(levels(run)).containsExactly("error infra/main.bicep");
    assertThat(oneLine(run)).contains(said + " `infra/main.parameters.dev.json`");
    // What fails with that one, too, needs no such word.
    write("infra/main.parameters.json", values("\"off\": {\"value\": false}"));
    assertThat(oneLine(scan())).doesNotContain(said);
  }

  @Test
  void theProjectThatTakesAFileIsNamed() throws IOException {
    write("infra/main.bicep", search("docs", "true"));
    write("azure.yaml", "name: it\n");
    write(
        "m365agents.yml",
        """
        version: v1.9
        provision:
          - uses: arm/deploy
            with:
              templates:
                - { path: infra/main.bicep, parameters: infra/teams.parameters.json, deploymentName: d }
        """);
    write("infra/teams.parameters.json", values("\"off\": {\"value\": true}"));
    write("envs/main.bicepparam", "using '../infra/main.bicep'\nparam off = false\n");
    assertThat(oneLine(scan()))
        .contains(
            "m365agents.yml deploys it with `infra/teams.parameters.json`, not with"
                + " `envs/main.bicepparam`");
  }

  @Test
  void azdReadsItsFileWithoutASchemaAndByExactNames() throws IOException {
    write("azure.yaml", "name: it\n");
    write("infra/main.bicep", search("docs", "true"));
    write("infra/main.parameters.json", "{\"parameters\": {\"off\": {\"value\": \"false\"}}}");
    assertThat(levels(scan())).containsExactly("error infra/main.bicep");
    write("infra/main.parameters.json", "{\"parameters\": {\"Off\": {\"value\": \"false\"}}}");
    assertThat(levels(scan())).isEmpty();
  }

  private static final String WORKER =
      """
      resource worker 'Microsoft.Web/sites@2023-12-01' = {
        name: 'worker'
        identity: { type: 'SystemAssigned' }
      }
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        properties: { disableLocalAuth: true }
      }
      output WORKER_ID string = worker.identity.principalId
      """;
  private static final String GRANT =
      """
      param who string
      param needed string
      resource docs 'Microsoft.Search/searchServices@2025-05-01' existing = { name: 'docs' }
      resource g 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(who)
        scope: docs
        properties: {
          principalId: who
          roleDefinitionId: subscriptionResourceId(
            'Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
        }
      }
      """;

  @Test
  void outputsOfALayerAreVariablesOfTheNext() throws IOException {
    write(
        "azure.yaml",
        "infra:\n  layers:\n  - {name: a, path: a}\n  - {name: b, path: b, module: roles}\n");
    write("a/main.bicep", WORKER);
    write("b/roles.bicep", GRANT);
    write("b/roles.parameters.json", values("\"who\": {\"value\": \"${WORKER_ID}\"}"));
    Scanned run = scan();
    assertThat(run.places("caller-can-manage", "fail")).hasSize(1);
    assertThat(run.out()).contains("lets worker reconfigure docs");
    Files.delete(folder.resolve("b/roles.parameters.json"));
    write(
        "b/roles.bicepparam",
        """
        using 'roles.bicep'
        var id = readEnvironmentVariable('WORKER_ID', '')
        param who = id
        param needed = 'x'
        """);
    assertThat(scan().out()).contains("lets worker reconfigure docs");
  }

  @Test
  void layersKeepWhatTheyDeployToApart() throws IOException {
    write("azure.yaml", "infra:\n  layers:\n  - {name: a, path: a}\n  - {name: b, path: b}\n");
    write("a/main.bicep", "targetScope = 'subscription'\noutput X string = 'x'\n");
    write("b/main.bicep", search("docs", "false"));
    assertThat(levels(scan())).containsExactly("error b/main.bicep");
  }

  /// A finding of both is none of a dead file.
  @Test
  void whatIsDeployedSpeaksFirst() throws IOException {
    write("azure.yaml", "name: it\n");
    write("infra/part.bicep", "param name string\n" + search("${name}", "false"));
    write("infra/a.test.bicep", "module m 'part.bicep' = { params: { name: 'test' } }\n");
    write("infra/main.bicep", "module m 'part.bicep' = { params: { name: 'live' } }\n");
    Scanned run = scan();
    assertThat(levels(run)).containsExactly("error infra/part.bicep");
    assertThat(oneLine(run))
        .contains("API keys open 'live'", "infra/main.bicep, infra/a.test.bicep")
        .doesNotContain("exclude this file");
  }

  @Test
  void whatIsMadeElsewhereIsSaid() throws IOException {
    write("a/azure.yaml", "name: a\nresources:\n  find: { type: ai.search }\n");
    write("b/azure.yaml", "services:\n  hub: { host: azure.ai.project }\n");
    write("c/azure.yaml", "infra: { provider: terraform }\n");
    write("d/azure.yaml", "infra: { provider: bicep }\nresources: { find: { type: ai.search } }\n");
    write("d/infra/main.bicep", search("docs", "true"));
    String out = oneLine(scan());
    assertThat(out)
        .contains("unchecked: azd makes the templates of `find` in memory", "azd infra generate")
        .contains("azd makes the templates of `hub` in memory")
        .contains("azd deploys this project with `terraform`, which keylint does not read")
        .doesNotContain("d/azure.yaml");
  }

  private static String connection(String name, String authType) {
    return "  "
        + name
        + ":\n    host: azure.ai.connection\n    category: CognitiveSearch\n"
        + "    target: https://contoso-docs.search.windows.net\n    authType: "
        + authType
        + "\n    credentials: { key: '${DOCS_KEY}' }\n";
  }

  /// A connection is made of what the file says, whatever templates there are.
  @Test
  void connectionsOfAProjectAreJudged() throws IOException {
    Keylint rules = Keylint.with("connection-with-key");
    String hub = "services:\n  hub: { host: azure.ai.project }\n";
    write(
        "azure.yaml",
        hub
            + connection("docs", "ApiKey")
            + connection("own", "AAD")
            + connection("asked", "${AUTH}"));
    write("infra/main.bicep", search("else", "true"));
    Scanned run = rules.scan(folder, "--env", "DOCS_KEY=k3y-0f-contoso");
    assertThat(run.places("connection-with-key", "fail")).containsExactly("azure.yaml:7");
    assertThat(run.places("connection-with-key", "open")).containsExactly("azure.yaml:19");
    assertThat(oneLine(run))
        .contains("/hub/docs' (CognitiveSearch) signs in by ApiKey", "expanded 2 deployments")
        .doesNotContain("k3y-0f-contoso");
    Scanned given = rules.scan(folder, "--env", "AUTH=apikey");
    assertThat(given.places("connection-with-key", "fail"))
        .containsExactlyInAnyOrder("azure.yaml:7", "azure.yaml:19");
  }

  @Test
  void connectionsOfAProjectAboveAreNotAskedFor() throws IOException {
    write("azure.yaml", "services:\n" + connection("docs", "ApiKey"));
    write("infra/main.bicep", search("else", "true"));
    Keylint rules = Keylint.with("connection-with-key");
    assertThat(rules.scan(folder).places("connection-with-key", "fail"))
        .containsExactly("azure.yaml:6");
    assertThat(rules.run(folder, "scan", "infra").out()).doesNotContain("connection-with-key");
  }

  /// A key in a file that fixes don't know how to change stays where it is, and that is said.
  @Test
  void aConnectionOfAProjectIsNotMended() throws IOException {
    String text = "services:\n" + connection("docs", "ApiKey");
    write("azure.yaml", text);
    Scanned run = Keylint.with("connection-with-key").run(folder, "fix", "--unsafe", "--diff", ".");
    assertThat(run.err()).contains("not fixed connection-with-key at azure.yaml:6:5");
    assertThat(folder.resolve("azure.yaml")).hasContent(text);
  }

  @Test
  void stepsOfTeamsToolkitPickTemplatesAndParameters() throws IOException {
    write(
        "teamsapp.yml",
        """
        provision:
          - uses: teamsApp/create
          - uses: arm/deploy
            with:
              templates:
                - path: ./infra/azure.bicep
                  parameters: ./infra/values.json
        """);
    write("infra/azure.bicep", search("docs", "true"));
    write("infra/dead.bicep", search("dead", "false"));
    write("infra/values.json", values("\"off\": {\"value\": \"${{KEYS_OFF}}\"}"));
    Scanned run = scan();
    assertThat(levels(run)).containsExactly("error infra/dead.bicep");
    assertThat(oneLine(run))
        .contains(
            "teamsapp.yml deploys `./infra/azure.bicep`, not `infra/dead.bicep`: exclude this file")
        .contains("`KEYS_OFF` (`off`,");
    assertThat(levels(scan("--env", "KEYS_OFF=false")))
        .containsExactly("error infra/azure.bicep", "error infra/dead.bicep");
  }

  @Test
  void aHostileProjectFileCostsNothing() throws IOException {
    write("infra/main.bicep", search("docs", "false"));
    for (String text :
        List.of(
            "{",
            "[]",
            "infra: [1]",
            "infra: { path: ../../.., module: passwd }",
            "infra: { path: /etc, module: passwd }",
            "infra: { path: '\\0', module: '' }",
            "a: &a [x]\ninfra: *a\n",
            "infra:\n  layers:\n" + "  - {path: infra}\n".repeat(10_000),
            "services: " + "{a: ".repeat(200) + "}".repeat(200))) {
      write("azure.yaml", text);
      Scanned run = scan();
      assertThat(levels(run)).as(text).containsExactly("error infra/main.bicep");
      assertThat(run.exit()).isEqualTo(1);
    }
  }

  @Test
  void aProjectAboveWhatIsScannedCountsToo() throws IOException {
    write("azure.yaml", "name: it\n");
    write("infra/main.bicep", search("docs", "true"));
    write("infra/main.bicepparam", "using 'main.bicep'\nparam off = true\n");
    write("infra/main.parameters.json", values("\"off\": {\"value\": false}"));
    Scanned run = RULES.scan(folder, "infra");
    assertThat(levels(run)).containsExactly("warning infra/main.bicep");
    assertThat(run.places(RULE, "fail")).hasSize(1);
  }

  @Test
  void aRunWithoutTheTemplateThatIsDeployedIsIncomplete() throws IOException {
    write("azure.yaml", "name: it\ninfra:\n  provider: bicep\n  path: infra\n");
    write("else/main.bicep", search("docs", "true"));
    Scanned run = scan();
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "`azure.yaml` deploys `infra/main.bicep`, which is not here", "--> azure.yaml:4:9")
        .contains("\nincomplete: 1 file not fully understood");
    // Who asks for something else gets that, and hears of it.
    Scanned part = RULES.run(folder, "scan", "else");
    assertThat(part.exit()).isZero();
    assertThat(oneLine(part))
        .contains("unchecked: `azure.yaml` deploys `infra/main.bicep`, which is not here");
    write("infra/main.bicep", search("docs", "true"));
    assertThat(scan().exit()).isZero();
  }

  private static final String TEAMS =
      """
      provision:
        - uses: arm/deploy
          with:
            templates: [ { path: deploy/site.bicep, parameters: deploy/values.json } ]
      """;

  /// As naming the template would, with the values that it is deployed with.
  @ParameterizedTest
  @ValueSource(strings = {"azure.yaml", "teamsapp.yml"})
  void aProjectThatIsNamedLeadsToWhatItDeploys(String name) throws IOException {
    write("azure.yaml", "infra: { path: deploy, module: site }\n");
    write("teamsapp.yml", TEAMS);
    write("deploy/site.bicep", search("docs", "true"));
    write("deploy/site.parameters.json", values("\"off\": {\"value\": false}"));
    write("deploy/values.json", values("\"off\": {\"value\": false}"));
    write("deploy/main.bicep", search("else", "false"));
    Scanned run = RULES.scan(folder, name);
    assertThat(levels(run)).containsExactly("error deploy/site.bicep");
    assertThat(run.exit()).isEqualTo(1);
    Files.delete(folder.resolve("deploy/site.parameters.json"));
    Files.delete(folder.resolve("deploy/values.json"));
    assertThat(levels(RULES.scan(folder, name))).isEmpty();
  }

  @Test
  void aProjectThatIsNamedFollowsItsBicepParameterFile() throws IOException {
    write("azure.yaml", "infra: { path: deploy }\n");
    write("deploy/site.bicep", search("docs", "true"));
    write("deploy/main.bicepparam", "using 'site.bicep'\nparam off = false\n");
    write("deploy/main.parameters.json", values("\"off\": {\"value\": true}"));
    assertThat(levels(RULES.scan(folder, "azure.yaml"))).containsExactly("error deploy/site.bicep");
  }

  @Test
  void aProjectThatIsNamedAndDeploysNothingSaysSo() throws IOException {
    write("azure.yaml", "name: it\n");
    write("else/main.bicep", search("docs", "true"));
    Scanned run = RULES.scan(folder, "azure.yaml");
    assertThat(oneLine(run))
        .contains("unchecked: this project deploys no template that is here --> azure.yaml")
        .contains("nothing was checked");
    assertThat(oneLine(scan())).doesNotContain("deploys no template");
  }
}
