package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workflows of Logic Apps Standard are files beside the templates; the app that runs them is the
/// only one that a deployment near them has.
final class AppWorkflowsTest {
  private static final Keylint RULES =
      Keylint.with("missing-inference-role", "workflow-key", "wrong-token-audience");
  private static final String ROLE = "missing-inference-role";
  private static final String AUDIENCE = "wrong-token-audience";
  private static final String PLACE = "logic/ask/workflow.json:8";
  private static final String AI =
      """
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'contoso-oai'
        kind: 'OpenAI'
        properties: { disableLocalAuth: true, customSubDomainName: 'contoso-oai' }
      }
      """;

  private static final String APP =
      """
      resource NAME 'Microsoft.Web/sites@2024-04-01' = {
        name: 'contoso-NAME'
        kind: 'functionapp,workflowapp'
        identity: { type: 'SystemAssigned' }
        properties: {
          siteConfig: {
            appSettings: [
              { name: 'modelHost', value: 'contoso-oai.openai.azure.com' }
            ]
          }
        }
      }
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private static String app(String name) {
    return APP.replace("NAME", name);
  }

  /// The seventh line has the address, the eighth what it signs in with.
  private static String workflow(String signsIn) {
    return """
    {
      "definition": {
        "actions": {
          "Ask": {
            "type": "Http",
            "inputs": {
              "uri": "https://@{appsetting('modelHost')}/openai/deployments/x/chat/completions",
              SIGNS
            }
          }
        }
      },
      "kind": "Stateful"
    }
    """
        .replace("SIGNS", signsIn);
  }

  private static String asApp(String audience) {
    return "\"authentication\": {\"type\": \"ManagedServiceIdentity\", \"audience\": \""
        + audience
        + "\"}";
  }

  private Scanned scan(String... options) {
    return RULES.scan(folder, options);
  }

  @BeforeEach
  void aWorkflow() throws IOException {
    write("logic/host.json", "{}");
    write("logic/ask/workflow.json", workflow(asApp("https://search.azure.com")));
  }

  /// The host is known only to who knows what the app is set to.
  private void runsOnAKnownApp() {
    assertThat(scan().places(AUDIENCE, "fail")).containsExactly(PLACE);
  }

  private void runsOnAnUnknownApp() {
    Scanned run = scan();
    assertThat(run.places(AUDIENCE, "fail")).isEmpty();
    assertThat(run.places(AUDIENCE, "open")).containsExactly(PLACE);
  }

  @Test
  void aWorkflowCallsAsTheOnlyAppNearIt() throws IOException {
    runsOnAnUnknownApp();
    write("infra/main.bicep", AI + app("flows").replace("workflowapp", "linux"));
    runsOnAnUnknownApp();
    write("infra/main.bicep", AI + app("flows"));
    runsOnAKnownApp();
  }

  /// What the app's settings say is one call, whatever action makes it.
  @Test
  void aMissingRoleIsSaidOnce() throws IOException {
    write("infra/main.bicep", AI + app("flows"));
    assertThat(scan().places(ROLE, "fail")).containsExactly("infra/main.bicep:13");
  }

  /// The module that declares it and the template that calls it may both speak of it.
  @Test
  void theAppMayStandInAModule() throws IOException {
    write("infra/flows.bicep", "param kind string = 'functionapp,workflowapp'\n" + app("flows"));
    write("infra/main.bicep", AI + "// the workflowapp\nmodule flows 'flows.bicep' = {}\n");
    runsOnAKnownApp();
  }

  @Test
  void whichOfSeveralAppsItIsIsNotKnown() throws IOException {
    write("infra/main.bicep", AI + app("flows") + app("others"));
    runsOnAnUnknownApp();
    write("infra/main.bicep", AI + app("flows"));
    write("infra/others.bicep", app("others"));
    runsOnAnUnknownApp();
    write("logic/infra/nearer.bicep", AI + app("own"));
    runsOnAKnownApp();
  }

  @Test
  void aKeyIsOneWhateverAppSendsIt() throws IOException {
    String key = workflow("\"headers\": {\"api-key\": \"@appsetting('key')\"}");
    write(
        "logic/ask/workflow.json",
        key.replace("@{appsetting('modelHost')}", "contoso-oai.openai.azure.com"));
    Scanned run = scan();
    assertThat(run.places("workflow-key", "fail")).containsExactly("logic/ask/workflow.json:8");
    assertThat(run.out())
        .contains("read 1 file, expanded 0 deployments")
        .doesNotContain("there is no template");
  }

  @Test
  void whatIsNoWorkflowIsNone() throws IOException {
    write("logic/ask/workflow.json", "{\"definition\": []}");
    write("logic/other/workflow.json", "{\"actions\": {}}");
    assertThat(scan().verdicts()).isEmpty();
    assertThat(RULES.run(folder, "scan", "logic/ask/workflow.json").out())
        .contains("this is neither a template nor the workflow of a Logic App");
  }

  @Test
  void whatCannotBeReadBesideItIsSaid() throws IOException {
    write("logic/parameters.json", "{\"a\": ");
    Scanned run = scan();
    assertThat(run.out()).contains("incomplete[syntax]", "logic/parameters.json:1:");
    assertThat(run.exit()).isEqualTo(3);
  }

  @Test
  void aBrokenWorkflowIsLost() throws IOException {
    write("logic/ask/workflow.json", workflow("").substring(0, 80));
    write("logic/other/parameters.json", "{\"a\": ");
    Scanned run = scan();
    assertThat(run.out())
        .contains("incomplete[syntax]", "logic/ask/workflow.json:")
        .contains("1 file not fully understood");
    assertThat(run.exit()).isEqualTo(3);
  }
}
