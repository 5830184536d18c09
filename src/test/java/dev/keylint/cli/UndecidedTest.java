package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can't be told is said so that a stranger knows what it is about, why, and what to do.
final class UndecidedTest {
  @TempDir private Path folder;

  private Scanned scan(String template, String... options) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), template);
    return Scanned.folder(folder, options);
  }

  @Test
  void aBooleanIsTriedBothWays() throws IOException {
    Scanned scan = scan("param keysOff bool\n" + OpenAi.account("'acct'", "keysOff"));
    assertThat(scan.exit()).isEqualTo(0);
    assertThat(scan.out())
        .contains(
            """
            undecided[openai-local-auth]: It may be that API keys open 'acct' to any network: disableLocalAuth
                is not true.
             --> main.bicep:5:17
              |
            5 |   properties: { disableLocalAuth: keysOff }
              |                 ^^^^^^^^^^^^^^^^^^^^^^^^^
              |
             --> main.bicep:1:1
              |
            1 | param keysOff bool
              | ------------------
              |
              = why: parameter `keysOff` has no value -> main.bicep:1:1
              = to decide: give `keysOff` a value in a parameter file: it fails for false
            """);
    assertThat(scan("param keysOn bool\n" + OpenAi.account("'acct'", "!keysOn && true")).out())
        .contains("it fails for true");
    assertThat(scan("param keysOff bool\n" + OpenAi.account("'acct'", "keysOff || true")).out())
        .doesNotContain("undecided");
  }

  /// The parameter is read in several places of an id.
  @Test
  void aReasonIsSaidOnce() throws IOException {
    Scanned scan =
        scan(
            """
            param role string
            param who string
            resource docs 'Microsoft.Search/searchServices@2025-05-01' = { name: 'docs' }
            resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid(docs.id, role, who)
              scope: docs
              properties: {
                principalId: who
                roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
              }
            }
            """);
    assertThat(scan.out())
        .contains("parameter `role` has no value -> main.bicep:1:1")
        .containsOnlyOnce("parameter `role` has no value");
  }

  @Test
  void severalParametersAreTriedTogether() throws IOException {
    String template =
        "param stage 'dev' | 'test' | 'prod'\nparam off bool\n"
            + OpenAi.account("'acct'", "stage == 'prod' || off");
    assertThat(scan(template.replace("'dev' | 'test' | 'prod'", "string")).out())
        .doesNotContain("it fails for");
    String allowed =
        "@allowed(['dev', 'prod'])\nparam stage string\nparam off bool\n"
            + OpenAi.account("'acct'", "stage == 'prod' || off");
    assertThat(scan(allowed).outWords())
        .contains("it fails for `off` false with `stage` 'dev'")
        .doesNotContain("'prod',");
  }

  @Test
  void reportsAgree() throws IOException {
    Scanned scan = scan("param keysOff bool\n" + OpenAi.account("'acct'", "keysOff"));
    assertThat(scan.places("openai-local-auth", "open")).containsExactly("main.bicep:5");
    assertThat(scan.verdicts().getFirst().message())
        .startsWith(
            "It may be that API keys open 'acct' to any network: disableLocalAuth is not true.")
        .contains("Undecided: [parameter `keysOff` has no value](1).")
        .contains("To decide: give `keysOff` a value in a parameter file: it fails for false.");
  }

  @Test
  void aNameShowsWhatIsKnownOfIt() throws IOException {
    String unique = "toLower(uniqueString(resourceGroup().id))";
    assertThat(scan(OpenAi.account("'cog-${" + unique + "}'", "false")).out())
        .contains("API keys open 'cog-…' to any network: disableLocalAuth is not true.");
    Files.writeString(
        folder.resolve("ai.bicep"), "param name string\n" + OpenAi.account("name", "false"));
    String caller = "module ai 'ai.bicep' = {\n  params: { name: " + unique + " }\n}\n";
    assertThat(scan(caller).out()).contains("API keys open account in module ai to any network");
  }

  @Test
  void aVariableOfAParameterFileIsNamedWhereItStands() throws IOException {
    Files.writeString(
        folder.resolve("main.bicepparam"),
        "using 'main.bicep'\nparam who = {\n  mode: readEnvironmentVariable('KEY_MODE')\n}\n");
    Scanned read =
        scan("param who object\n" + OpenAi.account("'acct'", "toLower(who.mode) == 'off'"));
    assertThat(read.out())
        .contains(
            "= why: `readEnvironmentVariable('KEY_MODE')` has no value here -> main.bicepparam:3:9")
        .doesNotContain("externalInput");
    Files.delete(folder.resolve("main.bicepparam"));
    Files.writeString(
        folder.resolve("main.parameters.json"),
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
          "contentVersion": "1.0.0.0",
          "parameters": { "place": { "value": { "at": "${AZURE_LOCATION}" } } }
        }
        """);
    Scanned set =
        scan("param place object\n" + OpenAi.account("'acct'", "startsWith(place.at, 'west')"));
    assertThat(set.out())
        .contains("= why: variable `AZURE_LOCATION` is only set when it is deployed -> main.para")
        .doesNotContain("externalInput");
  }

  @Test
  void aTextWhereABooleanIsDueMakesTheRunIncomplete() throws IOException {
    Scanned scan = scan(OpenAi.account("'acct'", "any('false')"));
    assertThat(scan.exit()).isEqualTo(3);
    assertThat(scan.out())
        .contains("`properties.disableLocalAuth` is the text 'false', not a boolean")
        .contains("write a boolean: Azure refuses another kind, or reads it as the service sees");
  }

  @ParameterizedTest
  @CsvSource({"bool = true, bool", "object = {}, object", "string = 'ab', string"})
  void aLoopOverWhatIsNoArrayIsSaidOnce(String declared, String kind) throws IOException {
    Scanned scan =
        scan(
            "param p "
                + declared
                + "\n"
                + OpenAi.account("'acct'", "true")
                    .replace("' = {", "' = [for x in p: {")
                    .replaceFirst("}\\s*$", "}]\n"));
    assertThat(scan.exit()).isEqualTo(3);
    assertThat(scan.words())
        .contains("a loop wants an array, got " + kind + "; it is the default of parameter `p`")
        .contains("it comes from main.bicep:1:")
        .doesNotContain("has no property", "`length` wants", "copyIndex()");
  }

  @Test
  void theGravestOfThoseThatOneReasonKeepsOpenComesFirst() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        "param who string\n"
            + OpenAi.account("'acct'", "true")
            + """
            resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid(account.id, who)
              scope: account
              properties: {
                principalId: who
                roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
              }
            }
            """);
    Keylint rules = Keylint.with("caller-can-deploy-models", "caller-can-manage");
    assertThat(rules.scan(folder).outWords())
        .contains("undecided[caller-can-manage]: ")
        .contains("= also: caller-can-deploy-models: ");
  }

  /// A resource of whose name nothing is known goes by its symbol, in a loop of modules, too.
  @Test
  void whatHasNoKnownNameIsCalledByItsSymbol() throws IOException {
    Scanned scan = scan("param x object\n" + OpenAi.account("x.name", "x.off"));
    assertThat(scan.outWords()).contains("It may be that API keys open 'account' to any");
    Files.writeString(
        folder.resolve("each.bicep"), "param name string\n" + OpenAi.account("name", "false"));
    assertThat(
            scan("""
            param names array
            module each 'each.bicep' = [for it in names: { params: { name: it.x } }]
            """)
                .outWords())
        .contains("API keys open account in module each[…] to any network", "called as `each[…]`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "['x']  | a list",
        "'x'    | a text",
        "7      | a number",
        "true   | true or false",
      })
  void propertiesThatAreNoObjectMakeTheRunIncomplete(String properties, String what)
      throws IOException {
    Scanned scan =
        scan(
            """
            resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
              name: 'acct'
              kind: 'OpenAI'
              properties: any(%s)
            }
            """
                .formatted(properties));
    assertThat(scan.exit()).isEqualTo(3);
    assertThat(scan.places("openai-local-auth", "open")).containsExactly("main.bicep:4");
    assertThat(scan.outWords())
        .contains("why: `properties` must be an object, this is " + what + " -> main.bicep:4:");
  }

  @Test
  void whereNothingIsKnownTheRuleSaysWhatItIsAbout() throws IOException {
    String template =
        """
        resource gateway 'Microsoft.ApiManagement/service@2024-05-01' existing = {
          name: 'gw'
        }
        resource policy 'Microsoft.ApiManagement/service/policies@2024-05-01' = {
          parent: gateway
          name: 'policy'
          properties: { format: 'rawxml', value: loadTextContent('policy.xml') }
        }
        """;
    Files.writeString(folder.resolve("main.bicep"), template);
    Scanned scan = Keylint.with("apim-policy-key").scan(folder);
    assertThat(scan.outWords())
        .contains("undecided[apim-policy-key]: ")
        .contains("('gw/policy').")
        .contains("= why: file `policy.xml` is not here -> main.bicep:7:42")
        .contains("= to decide: add the file, or scan a folder that holds it")
        .doesNotContain("unknown host");
  }

  @Test
  void aGrantIsCalledByItsRole() throws IOException {
    String template =
        OpenAi.account("'acct'", "true")
            + """
            resource id 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
              name: 'id-app'
            }
            resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid(account.id, id.id)
              scope: account
              properties: {
                principalId: id.properties.principalId
                roleDefinitionId: subscriptionResourceId(
                  'Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
              }
            }
            """;
    Path sarif = folder.resolve("out.sarif");
    scan(template, "--output=sarif=" + sarif);
    assertThat(Files.readString(sarif))
        .contains("\"name\": \"role 'Contributor' for id-app on acct\"")
        .doesNotContain("{guid");
  }

  @Test
  void aTraceShowsTheValuesAndTheirWay() throws IOException {
    String template =
        "param mode string = 'on'\nvar off = mode == 'off'\n" + OpenAi.account("'acct'", "off");
    Scanned scan = scan(template, "--trace", "openai-local-auth", "ACCT");
    assertThat(scan.out())
        .contains("trace[openai-local-auth]: acct in main.bicep: the rule fails")
        .contains(
            "`resource.properties.disableLocalAuth` is false",
            "variable `off`",
            "`resource.kind` is 'OpenAI'");
    assertThat(scan(template, "--trace", "openai-local-auth", "account").out()).contains("trace[");
    Scanned other = scan(template, "--trace", "openai-local-auth", "other");
    assertThat(other.exit()).isEqualTo(2);
    assertThat(other.out()).isEmpty();
    assertThat(other.err())
        .startsWith("keylint: --trace names `other`, and `openai-local-auth` looked at nothing");
    Scanned wrong = scan(template, "--trace", "openai-local", "acct");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("--trace names the rule `openai-local`, which there is not");
  }

  @Test
  void aTraceShowsWhatAWorkloadAndItsCallsTell() throws IOException {
    String template =
        """
        @secure()
        param hidden string = 'https://hidden.openai.azure.com'
        resource app 'Microsoft.Web/sites@2024-04-01' = {
          name: 'app'
          identity: { type: 'UserAssigned', userAssignedIdentities: { idle: {} } }
          properties: { siteConfig: { appSettings: [
            { name: 'AZURE_OPENAI_ENDPOINT', value: hidden }
          ] } }
        }
        """;
    Files.writeString(folder.resolve("main.bicep"), template);
    Scanned scan =
        Keylint.with("missing-client-id").scan(folder, "--trace", "missing-client-id", "app");
    assertThat(scan.out())
        .contains(
            "`workload.hasSystemIdentity` is false",
            "`workload.calls[0].credential` is 'managed-identity'",
            "app in main.bicep: the rule fails (workload.hasSystemIdentity ||",
            "param hidden string = '***'")
        .doesNotContain("hidden.openai");
  }

  @Test
  void whatNoDeploymentMakesCanBeTracedToo() throws IOException {
    String template =
        """
        param withAi bool = false
        resource acct 'Microsoft.CognitiveServices/accounts@2025-06-01' = if (withAi) {
          name: 'ai-later'
          kind: 'OpenAI'
          properties: {
            disableLocalAuth: false
          }
        }
        """;
    assertThat(scan(template, "--trace", "openai-local-auth", "ai-later").out())
        .contains("trace[openai-local-auth]: ai-later in main.bicep")
        .contains("), if it were deployed");
    assertThat(scan(template, "--trace", "openai-local-auth", "ai-latr").err())
        .contains("perhaps `ai-later` is meant");
    assertThat(scan(template, "--trace", "openai-local-auth", "quite-different").err())
        .contains("it looked at: `acct`, `ai-later`");
    assertThat(scan(template, "--trace", "openai-local-auth", "later").err())
        .contains("perhaps `ai-later` is meant");
    assertThat(scan("param a bool", "--trace", "openai-local-auth", "acct").err())
        .contains("it looked at: none");
  }

  @Test
  void aNameThatIsAParameterOnlyIsNoName() throws IOException {
    Scanned scan =
        scan(
            """
            param name string
            resource acct 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
              name: name
              kind: 'OpenAI'
              properties: {
                disableLocalAuth: false
              }
            }
            """);
    assertThat(scan.out()).contains("API keys open 'acct'").doesNotContain("{name}");
  }

  @Test
  void aRoleThatIsNotKnownReadsAsOne() throws IOException {
    Scanned scan =
        scan(
            """
            param roles array
            resource acct 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
              name: 'ai-one'
              kind: 'OpenAI'
              properties: { disableLocalAuth: true }
            }
            resource who 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
              name: 'id-app'
            }
            resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid('a')
              scope: acct
              properties: {
                roleDefinitionId: subscriptionResourceId(
                  'Microsoft.Authorization/roleDefinitions', first(roles)!)
                principalId: who.properties.principalId
                principalType: 'ServicePrincipal'
              }
            }
            """);
    assertThat(scan.outWords())
        .contains(
            "undecided[caller-can-manage]: It may be that an unknown role lets id-app reconfigure"
                + " ai-one.");
  }
}
