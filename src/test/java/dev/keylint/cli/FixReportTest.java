package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `keylint fix` says: its numbers add up, and nobody is sent where there is nothing.
final class FixReportTest {
  private static final String SERVICES =
      """
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
        properties: { customSubDomainName: 'ai' }
      }
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        properties: { authOptions: { aadOrApiKey: {} } }
      }
      """;

  private static final String CONTRIBUTOR =
      """
      resource all 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(resourceGroup().id, 'all')
        properties: {
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
          principalId: me.properties.principalId
        }
      }
      """;

  @TempDir private Path folder;

  private Fixes fixes(Keylint keylint, String text, String... options) throws IOException {
    Fixes fixes = Fixes.in(keylint, folder, options);
    fixes.write("main.bicep", text);
    return fixes;
  }

  @Test
  void whatGoesWithAFixIsCounted() throws IOException {
    Keylint keylint =
        Keylint.with("openai-local-auth", "search-local-auth", "caller-can-list-keys");
    String text = SERVICES + Fixes.CALLER + CONTRIBUTOR;
    assertThat(fixes(keylint, text).run().out())
        .endsWith(
            "nothing to fix; 3 findings remain, 2 of them with an unsafe fix, which --unsafe makes,"
                + " 1 of them with a fix that can't be made here\n");
    assertThat(fixes(keylint, text, "--diff", "--unsafe").run().err())
        .endsWith(
            "would fix 2 findings in 1 file, and 1 more would be gone with them; none remain\n");
    assertThat(fixes(keylint, text, "--unsafe").run().out())
        .endsWith("fixed 2 findings in 1 file, and 1 more is gone with them; none remain\n");
  }

  @Test
  void whatHasNoFixIsCounted() throws IOException {
    Keylint keylint = Keylint.with("openai-local-auth", "caller-can-assign-roles");
    String text =
        SERVICES
            + Fixes.CALLER
            + CONTRIBUTOR.replace(
                "b24988ac-6180-42a0-ab88-20f7382dd24c", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635");
    assertThat(fixes(keylint, text, "--unsafe").run().out())
        .endsWith("fixed 1 finding in 1 file; 1 finding remains, 1 of them without a fix\n");
  }

  @Test
  void whatIsSeenOnlyNowIsCounted() throws IOException {
    Keylint keylint = Keylint.with("missing-client-id", "missing-inference-role");
    String text = "module ai 'ai.bicep' = {\n  name: 'ai'\n}\n" + Fixes.CALLER;
    Fixes fixes = fixes(keylint, text);
    fixes.write("ai.bicep", SERVICES);
    assertThat(fixes.run().out())
        .contains("not fixed missing-inference-role at main.bicep")
        .contains("what it has to refer to is declared in another file")
        .doesNotContain("--unsafe")
        .endsWith("fixed 1 finding in 1 file; 1 finding remains, 1 of them seen only now\n");
  }

  @Test
  void whereUnsafeHelpsItIsNamed() throws IOException {
    Keylint keylint = Keylint.with("missing-client-id", "missing-inference-role");
    assertThat(fixes(keylint, SERVICES + Fixes.CALLER).run().out())
        .contains("not fixed missing-inference-role at main.bicep")
        .contains("gives a right: see --unsafe")
        .contains("1 of them with an unsafe fix, which --unsafe makes");
    assertThat(fixes(keylint, SERVICES + Fixes.CALLER, "--unsafe").run().out())
        .endsWith("fixed 2 findings in 1 file, 1 of which came up on the way; none remain\n");
  }

  @Test
  void anUnsafeFixThatDoesNotHoldIsCountedToo() throws IOException {
    String text = SERVICES.replace("{ customSubDomainName: 'ai' }", "{ disableLocalAuth: 1 == 2 }");
    assertThat(fixes(Keylint.with("openai-local-auth"), text).run().out())
        .isEqualTo(
            "not fixed openai-local-auth at main.bicep:4:17: it is computed by `1 == 2`\n"
                + "nothing to fix; 1 finding remains, 1 of them with a fix that can't be made"
                + " here\n");
  }

  private static final String KEYLESS =
      "param keyless bool\n"
          + SERVICES.replace("{ customSubDomainName: 'ai' }", "{ disableLocalAuth: keyless }");

  @Test
  void aVariableOfAParameterFileOfJsonIsNamed() throws IOException {
    Keylint keylint = Keylint.with("openai-local-auth");
    String values =
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {
            "keyless": { "value": "${APP_KEYLESS=false}" }
          }
        }
        """;
    Fixes fixes = fixes(keylint, KEYLESS, "--unsafe");
    fixes.write("azure.yaml", "name: app\ninfra:\n  path: .\n");
    fixes.write("main.parameters.json", values);
    assertThat(fixes.run().out())
        .contains(
            "the environment variable `APP_KEYLESS` decides it: set that to `true`, or change its"
                + " default at main.parameters.json:5:27");
  }

  @Test
  void aVariableThatABicepFileReadsIsNamed() throws IOException {
    Keylint keylint = Keylint.with("openai-local-auth");
    Fixes fixes = fixes(keylint, KEYLESS, "--unsafe");
    fixes.write(
        "main.bicepparam",
        """
        using 'main.bicep'
        param keyless = bool(readEnvironmentVariable('APP_KEYLESS', 'false'))
        """);
    assertThat(fixes.run().out())
        .contains("`APP_KEYLESS` decides it: set that to `true`, or change its default at")
        .contains("main.bicepparam:2:17");
  }
}
