package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hooks and pipelines: keys that they list are found, roles that they assign are not overlooked.
final class BesideScriptsTest {
  private static final Keylint RULES = Keylint.with("key-listing-script", "missing-inference-role");
  private static final String ROLE = "missing-inference-role";
  private static final String KEYS = "key-listing-script";
  private static final String GRANT =
      "az role assignment create --assignee $APP --scope $AI --role ";

  private static final String CALLER =
      """
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'contoso-oai'
        kind: 'OpenAI'
        properties: { disableLocalAuth: true, customSubDomainName: 'contoso-oai' }
      }

      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'contoso-chat'
        identity: { type: 'SystemAssigned' }
        properties: {
          siteConfig: {
            appSettings: [
              { name: 'AZURE_OPENAI_ENDPOINT', value: ai.properties.endpoint }
            ]
          }
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aCallerWithoutARole() throws IOException {
    write("app/infra/main.bicep", CALLER);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private void hook(String command) throws IOException {
    write("app/azure.yaml", "hooks:\n  postup:\n    run: |\n      " + command + "\n");
  }

  private Scanned scan(String... options) {
    return RULES.scan(folder, options);
  }

  private static String oneLine(Scanned run) {
    return run.outWords();
  }

  @Test
  void withoutScriptsTheRoleIsMissing() {
    assertThat(scan().places(ROLE, "fail")).containsExactly("app/infra/main.bicep:13");
  }

  @ParameterizedTest
  @CsvSource({
    "app/azure.yaml,                  'hooks: { postup: { run: \"COMMAND\" } }'",
    "app/.github/workflows/a.yml,     'jobs: { a: { steps: [{ run: \"COMMAND\" }] } }'",
    ".github/workflows/a.yml,         'jobs: { a: { steps: [{ run: \"COMMAND\" }] } }'",
    "app/azure-pipelines.yml,         'steps: [{ bash: \"COMMAND\" }]'",
    ".azdo/pipelines/azure-dev.yml,   'steps: [{ bash: \"COMMAND\" }]'",
  })
  void aScriptThatConcernsTheTemplateMayAssignTheRole(String file, String text) throws IOException {
    write(file, text.replace("COMMAND", GRANT + "$ROLE"));
    Scanned run = scan();
    assertThat(run.places(ROLE, "open")).containsExactly("app/infra/main.bicep:13");
    assertThat(oneLine(run)).contains("assigns is not known -> " + file + ":1:");
  }

  @Test
  void aScriptThatAttachesAnIdentityMayAssignTheRole() throws IOException {
    String attach = "az webapp identity assign -n contoso-chat --scope $AI --role $ROLE";
    write(".github/workflows/a.yml", "jobs: { a: { steps: [{ run: '" + attach + "' }] } }");
    assertThat(scan().places(ROLE, "open")).containsExactly("app/infra/main.bicep:13");
  }

  @ParameterizedTest
  @CsvSource({
    "other/azure.yaml,                'hooks: { postup: { run: \"COMMAND\" } }'",
    "other/.github/workflows/a.yml,   'jobs: { a: { steps: [{ run: \"COMMAND\" }] } }'",
    "app/workflows/a.yml,             'jobs: { a: { steps: [{ run: \"COMMAND\" }] } }'",
    "other/azure-pipelines.yml,       'steps: [{ bash: \"COMMAND\" }]'",
    "app/azure.yaml,                  'hooks: { postup: { run: \"echo COMMAND\" } }'",
    "app/azure.yaml,                  'hooks: { postup: { run: \"# COMMAND\" } }'",
  })
  void oneThatDoesNotChangesNothing(String file, String text) throws IOException {
    write(file, text.replace("COMMAND", GRANT + "$ROLE"));
    assertThat(scan().places(ROLE, "fail")).containsExactly("app/infra/main.bicep:13");
  }

  private static final String LIST = "az cognitiveservices account keys list -n contoso-oai";

  /// Nothing is deployed by a pipeline that runs a script.
  @Test
  void aScriptIsRunByWhatCallsIt() throws IOException {
    write("other/main.bicep", "param a int = 1\n" + CALLER);
    write("app/list.sh", LIST + "\n");
    write(".github/workflows/a.yml", "jobs: { a: { steps: [{ run: sh app/list.sh }] } }");
    hook("sh ./list.sh");
    Scanned run = scan();
    assertThat(run.places(KEYS, "fail")).containsExactly("app/list.sh:1");
    assertThat(run.outWords())
        .contains("= note: run by app/azure.yaml, .github/workflows/a.yml =")
        .doesNotContain("deployed by .github", "deployed by app/azure");
    assertThat(run.verdicts())
        .anyMatch(it -> it.message().contains(" Run by app/azure.yaml, .github/workflows/a.yml."));
  }

  @Test
  void whatStandsInAPipelineItselfNeedsNoWordAboutWhoRunsIt() throws IOException {
    write("other/main.bicep", "param a int = 1\n" + CALLER);
    write(".github/workflows/a.yml", "jobs: { a: { steps: [{ run: '" + LIST + "' }] } }");
    Scanned run = scan();
    assertThat(run.places(KEYS, "fail")).containsExactly(".github/workflows/a.yml:1");
    assertThat(run.outWords()).doesNotContain("by .github");
  }

  /// The hooks of a project concern what lies nearest to it, and what it deploys.
  @Test
  void hooksConcernTheirOwnProject() throws IOException {
    write("azure.yaml", "hooks: { postup: { run: '" + GRANT + "$ROLE' } }\n");
    assertThat(scan().places(ROLE, "open")).hasSize(1);
    write("app/azure.yaml", "name: nearer\n");
    assertThat(scan().places(ROLE, "fail")).hasSize(1);
    write(
        "azure.yaml",
        "infra: { path: app/infra }\nhooks: { postup: { run: '" + GRANT + "$ROLE' } }\n");
    assertThat(scan().places(ROLE, "open")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"Cognitive Services OpenAI User\"',       open",
    "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd,       open",
    "'\"Contoso AI Caller\"',                    open",
    "$ROLE,                                      open",
    "Reader,                                     fail",
    "'\"Storage Blob Data Contributor\"',        fail",
    "$ROLE --assignee-principal-type User,       fail",
    "$ROLE --assignee-principal-type $TYPE,      open",
  })
  void onlyWhatMayGiveTheRightMatters(String role, String kind) throws IOException {
    hook(GRANT + role);
    assertThat(scan().places(ROLE, kind)).hasSize(1);
  }

  @Test
  void powerShellAndCalledFilesCountToo() throws IOException {
    write("app/azure.yaml", "hooks: { postup: { windows: { run: infra/up.ps1 } } }\n");
    write("app/infra/up.ps1", ". $PSScriptRoot/roles.ps1\n");
    write(
        "app/infra/roles.ps1",
        "New-AzRoleAssignment -ObjectId $id `\n -RoleDefinitionName 'Reader'\n");
    assertThat(scan().places(ROLE, "fail")).hasSize(1);
    write("app/infra/roles.ps1", "New-AzRoleAssignment -ObjectId $id `\n -RoleDefinitionName $r\n");
    Scanned run = scan();
    assertThat(run.places(ROLE, "open")).hasSize(1);
    assertThat(oneLine(run)).contains("`postup` assigns is not known -> app/infra/roles.ps1:1:1");
  }

  @Test
  void keysThatAreListedAreFoundWhereTheyAreListed() throws IOException {
    hook("echo a\n      az search admin-key show -n docs");
    write(".github/workflows/a.yml", "jobs: { a: { steps: [{ run: sh app/keys.sh }] } }\n");
    write(
        "app/keys.sh", "#!/bin/sh\n\naz cognitiveservices account keys list \\\n  -n oai -g rg\n");
    Scanned run = scan();
    assertThat(run.places(KEYS, "fail"))
        .containsExactlyInAnyOrder("app/azure.yaml:5", "app/keys.sh:3");
    assertThat(oneLine(run))
        .contains("The script of 'postup' fetches keys", "expanded 1 deployment");
  }

  /// A file above what is asked for says what is there, and is not judged itself.
  @Test
  void whatLiesAboveIsHeardAndNotJudged() throws IOException {
    write("app/azure.yaml", "name: it\n");
    write(
        ".github/workflows/a.yml",
        "jobs: { a: { steps: [{ run: '" + GRANT + "$R; az search admin-key show' }] } }\n");
    Scanned run = RULES.run(folder, "scan", "app/infra");
    assertThat(oneLine(run))
        .contains("undecided[missing-inference-role]")
        .doesNotContain("key-listing-script");
  }

  /// Also from within a folder of the repository: what is nearest, and what is around all of it.
  @ParameterizedTest
  @CsvSource({
    "azure-pipelines.yml,         undecided",
    ".github/workflows/a.yml,     undecided",
    "app/.azdo/pipelines/a.yml,   undecided",
    "other/azure-pipelines.yml,   error",
    "app/modules/pipelines/a.yml, error",
  })
  void whatLiesAboveTheCurrentFolderIsHeard(String file, String said) throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    write(
        file,
        file.contains("github")
            ? "jobs: { a: { steps: [{ run: '" + GRANT + "$R' }] } }\n"
            : "steps: [{ bash: '" + GRANT + "$R' }]\n");
    assertThat(oneLine(RULES.run(folder.resolve("app/infra"), "scan")))
        .contains(said + "[missing-inference-role]");
  }

  @Test
  void ofProjectsAboveTheNearestIsHeard() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    write("azure.yaml", "hooks: { postup: { run: '" + GRANT + "$R' } }\n");
    Path infra = folder.resolve("app/infra");
    assertThat(oneLine(RULES.run(infra, "scan"))).contains("undecided[missing-inference-role]");
    write("app/azure.yaml", "name: it\n");
    assertThat(oneLine(RULES.run(infra, "scan"))).contains("error[missing-inference-role]");
  }

  @ParameterizedTest
  @CsvSource({
    "azure-pipelines.yml",
    "pipelines/a.yml",
    ".pipelines/x/a.yml",
    ".ado/a.yaml",
    "azure-pipeline.yml",
  })
  void pipelinesAboveAreHeardWhereverTheyLieByCustom(String file) throws IOException {
    write(file, "steps: [{ bash: '" + GRANT + "$R' }]\n");
    assertThat(oneLine(RULES.run(folder, "scan", "app/infra")))
        .contains("undecided[missing-inference-role]");
  }

  /// As programs are that a tool has put together.
  @Test
  void aLongScriptIsJudgedToItsEnd() throws IOException {
    write(".github/workflows/a.yml", "jobs: { a: { steps: [{ run: node dist/index.js }] } }\n");
    String code = "var a = function (b) { return b.map(c => c + 1) };\n".repeat(8_000);
    write("dist/index.js", code + "az search query-key list\n");
    Scanned run = scan();
    assertThat(run.places(KEYS, "fail")).containsExactly("dist/index.js:8001");
    assertThat(run.out()).doesNotContain("takes more than it may");
  }

  @Test
  void whatIsNamedAndNoPipelineIsSaid() throws IOException {
    write("pipelines/values.yaml", "a: b\n");
    write("azure-pipelines.yml", "steps: [\n");
    for (String file : List.of("pipelines/values.yaml", "azure-pipelines.yml")) {
      Scanned run = RULES.run(folder, "scan", file);
      assertThat(run.out()).contains("neither a template nor a pipeline", "--> " + file);
      assertThat(run.exit()).isEqualTo(3);
    }
    assertThat(scan().out()).doesNotContain("neither a template nor a pipeline");
  }

  /// What it would do may be anything: it may assign the role.
  @Test
  void aScriptThatIsNotHereIsSaidAndMayDoAnything() throws IOException {
    write("app/azure.yaml", "hooks: { postup: { run: ./scripts/gone.sh } }\n");
    Scanned run = scan();
    assertThat(run.places(ROLE, "open")).containsExactly("app/infra/main.bicep:13");
    assertThat(run.places(KEYS, "open")).isEmpty();
    assertThat(oneLine(run))
        .contains(
            "unchecked: there is no file `scripts/gone.sh`, so what the script does is not"
                + " checked");
    assertThat(run.exit()).isZero();
  }

  @Test
  void aFolderOfPipelinesAloneIsJudged() throws IOException {
    write("ci/pipelines/a.yml", "steps: [{ script: az search query-key list }]\n");
    Scanned run = RULES.run(folder, "scan", "ci");
    assertThat(oneLine(run)).contains("warning[key-listing-script]", "ci/pipelines/a.yml:1:19");
  }

  @Test
  void whatGitKeepsIsNotRead() throws IOException {
    write(".git/pipelines/a.yml", "steps: [{ script: az search query-key list }]\n");
    write("app/azure.yaml", "hooks: { postup: { run: ../.git/hooks/keys.sh } }\n");
    write(".git/hooks/keys.sh", "az search query-key list\n");
    Scanned run = scan();
    assertThat(run.places(KEYS, "fail")).isEmpty();
    assertThat(oneLine(run)).contains("belongs to git's own folder, of which nothing is read");
  }
}
