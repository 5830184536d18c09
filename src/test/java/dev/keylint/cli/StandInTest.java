package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of the scan that stand in for templates that a URL leads to: what they show may be a
/// failure, and never a pass.
class StandInTest {
  private static final String RESOURCES =
      """
      {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "parameters": PARAMETERS,
        "resources": [RESOURCES],
        "outputs": OUTPUTS
      }
      """;

  private static final String VAULT =
      """
      {"type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01", "name": "quay",
       "kind": "OpenAI", "location": "here",
       "properties": {"customSubDomainName": "quay", "disableLocalAuth": true}},
      {"type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01", "name": "pier",
       "kind": "OpenAI", "location": "here",
       "properties": {"customSubDomainName": "pier", "disableLocalAuth": true}}
      """;

  private static final String IDENTITY =
      """
      {"type": "Microsoft.ManagedIdentity/userAssignedIdentities", "apiVersion": "2024-11-30",
       "name": "id-quay", "location": "here"}
      """;

  private static final String PRINCIPAL =
      """
      {"principal": {"type": "string",
        "value": "[reference(resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-quay'), '2024-11-30').principalId]"}}
      """;

  /// Three grants in a loop; their ids come with the call.
  private static final String GRANTS =
      """
      {"type": "Microsoft.Authorization/roleAssignments", "apiVersion": "2022-04-01",
       "copy": {"name": "each", "count": "[length(parameters('roles'))]"},
       "name": "[guid(resourceGroup().id, parameters('principal'), parameters('roles')[copyIndex()])]",
       "properties": {
         "principalId": "[parameters('principal')]",
         "principalType": "ServicePrincipal",
         "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', parameters('roles')[copyIndex()])]"}}
      """;

  private static final String CALLS =
      VAULT
          + """
          , {"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "identity",
           "properties": {"mode": "Incremental",
             "templateLink": {"uri": "https://raw.example.com/acme/main/parts/identity.json"}}},
          {"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "grants",
           "properties": {"mode": "Incremental",
             "templateLink": {"uri": "https://raw.example.com/acme/main/parts/grants.json"},
             "parameters": {
               "principal": {"value": "[reference('identity').outputs.principal.value]"},
               "roles": {"value": ROLES}}}}
          """;

  private static final String OPENAI_USER = "'5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'";
  private static final String CONTRIBUTOR = "'b24988ac-6180-42a0-ab88-20f7382dd24c'";

  private static final Keylint RULES =
      Keylint.with(
          "caller-can-deploy-models",
          "caller-can-manage",
          "missing-custom-subdomain",
          "openai-local-auth",
          "public-with-keys",
          "unknown-role-guid");

  @TempDir Path folder;

  @Test
  void whatCompliesIsOneOpenResultForEachLink() throws IOException {
    write("parts/ai.json", template("{}", VAULT, "{}"));
    write(
        "azuredeploy.json",
        template(
            "{}",
            """
            {"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "ai",
             "properties": {"mode": "Incremental",
               "templateLink": {"uri": "https://raw.example.com/acme/main/parts/ai.json"}}}
            """,
            "{}"));
    Scanned run = RULES.scan(folder, "--fail-on-open");
    assertThat(run.verdicts()).as(run.out()).hasSize(1);
    assertThat(run.verdicts().getFirst().kind()).isEqualTo("open");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.outWords())
        .contains("breaks a rule that the file here keeps: `missing-custom-subdomain`, ")
        .contains("`, of 2 resources.")
        .contains(
            "a file of this scan stands in for `https://raw.example.com/acme/main/parts/ai.json`")
        .contains("1 undecided");
  }

  @Test
  void ofAUrlOfMorePartsThanAreReadNoBeginningIsTaken() throws IOException {
    String parts = "'ai', " + "'', ".repeat(18) + "'.json', '.other.json'";
    String uri = "[uri('https://raw.example.com/acme/main/main.json', concat(" + parts + "))]";
    write("ai.json", template("{}", VAULT.replace("Auth\": true", "Auth\": false"), "{}"));
    write(
        "main.json",
        template(
            "{}",
            """
            {"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "ai",
             "properties": {"mode": "Incremental", "templateLink": {"uri": "URI"}}}
            """
                .replace("URI", uri),
            "{}"));
    Scanned run = RULES.scan(folder);
    assertThat(run.outWords())
        .contains("the template `https://raw.example.com/acme/main/…` is not here")
        .doesNotContain("`ai.json` stands in");
  }

  @Test
  void whatIsGivenOutMayShowAFailure() throws IOException {
    Scanned run = granted(OPENAI_USER + ", " + CONTRIBUTOR);
    assertThat(run.places("caller-can-manage", "fail")).as(run.out()).hasSize(1);
    assertThat(run.out()).contains("Role 'Contributor' lets id-quay reconfigure quay");
    assertThat(open(run)).as(run.out()).containsExactly("azuredeploy.json");
  }

  @Test
  void whatIsGivenOutNeverProvesAnything() throws IOException {
    Scanned run = granted(OPENAI_USER);
    assertThat(run.places("caller-can-manage", "fail")).as(run.out()).isEmpty();
    assertThat(run.places("caller-can-manage", "pass")).as(run.out()).isEmpty();
    assertThat(open(run)).as(run.out()).containsExactly("azuredeploy.json");
  }

  /// The files in which something is open.
  private static List<String> open(Scanned run) {
    return run.verdicts().stream()
        .filter(it -> it.kind().equals("open"))
        .map(Scanned.Verdict::file)
        .distinct()
        .toList();
  }

  private Scanned granted(String roles) throws IOException {
    write("parts/identity.json", template("{}", IDENTITY, PRINCIPAL));
    write(
        "parts/grants.json",
        template(
            "{\"principal\": {\"type\": \"string\"}, \"roles\": {\"type\": \"array\"}}",
            GRANTS,
            "{}"));
    write(
        "azuredeploy.json",
        template("{}", CALLS.replace("ROLES", "\"[createArray(" + roles + ")]\""), "{}"));
    return RULES.scan(folder);
  }

  private static String template(String parameters, String resources, String outputs) {
    return RESOURCES
        .replace("PARAMETERS", parameters)
        .replace("RESOURCES", resources)
        .replace("OUTPUTS", outputs);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
