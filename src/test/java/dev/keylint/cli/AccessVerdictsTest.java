package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a scan says of grants and calls that are known in part only.
final class AccessVerdictsTest {
  private static final String GRANT =
      """
      resource job 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'nightly'
        location: 'westeurope'
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('nightly')
        scope: account
        properties: {
          principalId: job.properties.principalId
          principalType: 'ServicePrincipal'
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void anExistingAccountMayBeOfAnotherKind() throws IOException {
    write(
        "main.bicep",
        """
        param account_name string
        resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
          name: account_name
        }
        """
            + GRANT);
    Scanned scan = Scanned.folder(folder);
    assertThat(scan.places("caller-can-manage", "open")).hasSize(1);
    assertThat(scan.out())
        .contains("the kind of the existing account `account_name` is not known")
        .contains("main.bicep:2:1");
  }

  @Test
  void anAccountForSpeechIsNoneOfOurs() throws IOException {
    write(
        "main.bicep",
        """
        resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'talk'
          location: 'westeurope'
          kind: 'SpeechServices'
          sku: { name: 'S0' }
          properties: {}
        }
        """
            + GRANT);
    assertThat(Scanned.folder(folder).verdicts())
        .filteredOn(verdict -> !verdict.kind().equals("notApplicable"))
        .extracting(Scanned.Verdict::rule)
        .doesNotContain("caller-can-manage");
  }

  private static final String API_POLICY =
      """
      resource policy 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
        name: 'gate/models/policy'
        properties: { format: 'rawxml', value: VALUE }
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<authentication-managed-identity resource=\"https://va&#117;lt.azure.net\" />",
        "<authentication-managed-identity resource='https://&#x76;ault.azure.net/' />",
        "<authentication-managed-identity resource='https://vault.azure.net'"
            + " output-token-variable-name='t' /><set-header name='Authorization'><value>"
            + "@(\"Bearer \" + (string)context.Variables[\"t\"])</value></set-header>",
      })
  void aTokenForTheVaultIsFound(String authentication) throws IOException {
    write("main.bicep", API_POLICY.replace("VALUE", "loadTextContent('gate.xml')"));
    write(
        "gate.xml",
        "<policies>\n"
            + " <inbound>\n"
            + "  <set-backend-service base-url='https://one.openai.azure.com' />\n"
            + "  "
            + authentication
            + "\n </inbound>\n</policies>\n");
    assertThat(Scanned.folder(folder).places("wrong-token-audience", "fail"))
        .containsExactly("gate.xml:4");
  }

  @Test
  void aTokenForAnInnerRequestOnlyIsNotSentToTheModel() throws IOException {
    write("main.bicep", API_POLICY.replace("VALUE", "loadTextContent('gate.xml')"));
    write(
        "gate.xml",
        """
        <policies>
          <inbound>
            <set-backend-service base-url="https://one.openai.azure.com" />
            <authentication-managed-identity resource="https://vault.azure.net" output-token-variable-name="v" />
            <send-one-way-request mode="new">
              <set-url>https://kv.vault.azure.net/secrets/x</set-url>
              <set-header name="Authorization"><value>@("Bearer " + (string)context.Variables["v"])</value></set-header>
            </send-one-way-request>
          </inbound>
        </policies>
        """);
    assertThat(Scanned.folder(folder).places("wrong-token-audience", "fail")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replace(loadTextContent('gate.xml'), '{host}', 'one.openai.azure.com')",
        "replace(loadTextContent('gate.xml'), '{host}', '${name}.openai.azure.com')",
        "replace(replace(loadTextContent('gate.xml'), '{host}', 'one.openai.azure.com'), 'NAME',"
            + " name)",
        "replace(replace(loadTextContent('gate.xml'), '{host}', '${name}.openai.azure.com'),"
            + " 'NAME', 'x')",
        "trim(replace(replace(loadTextContent('gate.xml'), '{host}', 'one.openai.azure.com'),"
            + " '{audience}', 'https://vault.azure.net'))",
      })
  void aFindingKeepsItsLineWhenTheTextIsFilledIn(String value) throws IOException {
    write("main.bicep", "param name string\n" + API_POLICY.replace("VALUE", value));
    String audience = value.contains("{audience}") ? "{audience}" : "https://vault.azure.net";
    write(
        "gate.xml",
        """
        <policies>
          <inbound><!-- resource="AUDIENCE" for NAME -->
            <set-backend-service base-url="https://{host}/openai" />
            <authentication-managed-identity resource="AUDIENCE" />
          </inbound>
        </policies>
        """
            .replace("AUDIENCE", audience));
    assertThat(Scanned.folder(folder).places("wrong-token-audience", "fail"))
        .containsExactly("gate.xml:4");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
