package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values that the user gives for a run are hidden where they are values, and neither words of ours
/// nor what stands in a file for all to read.
final class GivenValuesTest {
  private static final Keylint KEYLINT = Keylint.with("search-local-auth", "caller-can-list-keys");

  private static final String ROLE =
      """
      param env string
      param salt string = newGuid()
      var guid = '7CA78C08-252A-4471-8644-bb5ff32d4ba0'
      var one = '11111111-1111-1111-1111-111111111111'
      var definitions = 'Microsoft.Authorization/roleDefinitions'
      resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
        name: 'app'
        location: 'westeurope'
      }
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        properties: { disableLocalAuth: false }
      }
      resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
        scope: subscription(env)
        name: guid
      }
      module grants 'grants.bicep' = {
        params: { grants: union([ { id: ID, to: app.properties.principalId } ], []) }
      }
      """;

  @TempDir private Path folder;

  private void write(String template, String parameter) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), template);
    Files.writeString(
        folder.resolve("main.parameters.json"),
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
          "parameters": {"PARAMETER": {"value": "${DOCS_ENV}"}}
        }
        """
            .replace("PARAMETER", parameter));
  }

  private String outputs(String value) throws IOException {
    Path report = folder.resolve("out.sarif");
    Scanned run =
        KEYLINT.run(
            folder, "scan", "-o=text", "-o=sarif-full=" + report, "--env=DOCS_ENV=" + value);
    assertThat(run.exit()).isEqualTo(1);
    return run.words() + Files.readString(report);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Search", "Search Service", "Contributor", "reader", "Service"})
  void namesOfRolesAndWordsOfRulesStay(String value) throws IOException {
    write(
        """
        param env string
        resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
          name: 'app'
          location: 'westeurope'
        }
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs-${env}'
          properties: { disableLocalAuth: false }
        }
        resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: guid('x')
          scope: docs
          properties: {
            roleDefinitionId: subscriptionResourceId(
              'Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
            principalId: app.properties.principalId
            principalType: 'ServicePrincipal'
          }
        }
        """,
        "env");
    assertThat(outputs(value))
        .contains(
            "Role 'Search Service Contributor' lets app list the keys of ***",
            "API keys open '***' to any network",
            "Search Index Data Reader")
        .doesNotContain("docs-" + value);
  }

  private String roleBy(String id, String value) throws IOException {
    write(ROLE.replace("ID", id), "env");
    Files.writeString(
        folder.resolve("grants.bicep"),
        """
        param grants array
        resource docs 'Microsoft.Search/searchServices@2025-05-01' existing = { name: 'docs' }
        resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for it in grants: {
          name: guid(it.id)
          scope: docs
          properties: {
            roleDefinitionId: it.id
            principalId: it.to
            principalType: 'ServicePrincipal'
          }
        }]
        """);
    return outputs(value);
  }

  /// Only its last segment says which role it is.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "subscriptionResourceId(env, definitions, guid)",
        "resourceId(env, definitions, guid)",
        "resourceId(one, env, definitions, guid)",
        "extensionResourceId(resourceGroup(env).id, definitions, guid)",
        "'/subscriptions/${env}/providers/${definitions}/${guid}'",
        "format('{0}/{1}', '/subscriptions/${env}/providers/${definitions}', guid)",
        "concat('/subscriptions/', env, '/providers/', definitions, '/', guid)",
        "role.id",
      })
  void aRoleIsNamedWhereAValueStandsBeforeItsGuid(String id) throws IOException {
    assertThat(roleBy(id, "heron-fen"))
        .contains("Role 'Search Service Contributor' lets app list the keys of docs")
        .doesNotContain("heron-fen");
  }

  /// Nor is it named where a part of the GUID is the value, or where the value has the same.
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      textBlock =
          """
          subscriptionResourceId(definitions, env)                        | GUID
          subscriptionResourceId(env, definitions, env)                   | GUID
          '/providers/${definitions}/${env}'                              | GUID
          '/providers/${env}'                                             | Microsoft.Authorization/roleDefinitions/GUID
          env                                                             | /providers/Microsoft.Authorization/roleDefinitions/GUID
          '${env}'                                                        | /providers/Microsoft.Authorization/roleDefinitions/GUID
          toLower(env)                                                    | /providers/Microsoft.Authorization/roleDefinitions/GUID
          resourceId(definitions, last(split(env, '/')))                  | /providers/Microsoft.Authorization/roleDefinitions/GUID
          resourceId(definitions, '7ca78c08-252a-4471-8644-${env}')       | bb5ff32d4ba0
          resourceId(definitions, '${env}-252a-4471-8644-bb5ff32d4ba0')   | 7ca78c08
          resourceId(definitions, '7ca78c08-${env}-8644-bb5ff32d4ba0')    | 252a-4471
          salt == 'x' ? '${env}/${guid}' : env                            | /providers/Microsoft.Authorization/roleDefinitions/GUID
          replace('${env}/${guid}', guid, env)                            | 7ca78c08-252a-4471-8644-bb5ff32d4ba0
          """)
  void aRoleIsNotNamedWhereAValueIsItsGuid(String id, String value) throws IOException {
    String given = value.replace("GUID", "7ca78c08-252a-4471-8644-bb5ff32d4ba0");
    assertThat(roleBy(id, given))
        .contains("Role '***' lets app list the keys of docs")
        .doesNotContain("Role 'Search", "role 'Search", given);
  }

  /// What is compared with a value tells it only if it is hidden.
  @ParameterizedTest
  @CsvSource({"production", "staging", "dev"})
  void whatStandsInAFileIsShownThere(String value) throws IOException {
    write(
        """
        param env string
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: { disableLocalAuth: !(toLower(env) == 'production' || env != 'prod' || env == 'dev') }
        }
        """,
        "env");
    assertThat(outputs(value))
        .contains("!(toLower(env) == 'production' || env != 'prod' || env == 'dev')");
  }

  @Test
  void aSecretThatStandsInAFileIsHiddenThere() throws IOException {
    write(
        """
        @secure()
        param code string = 'Wader-Under-Reed'
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: { disableLocalAuth: code == 'Heron-Over-Fen' ? false : bool('false') }
        }
        """,
        "code");
    assertThat(outputs("Heron-Over-Fen")).doesNotContain("Heron-Over-Fen", "Wader-Under-Reed");
    assertThat(outputs("Wader-Under-Reed")).doesNotContain("Heron-Over-Fen", "Wader-Under-Reed");
  }

  @Test
  void aPatchShowsWhatTheFileHas() throws IOException {
    write(
        """
        param env string
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: { disableLocalAuth: false, hostingMode: env == 'production' ? 'default' : 'x' }
          tags: { env: 'production', other: env }
        }
        """,
        "env");
    Scanned patch = KEYLINT.run(folder, "fix", "--diff", "--unsafe", "--env=DOCS_ENV=production");
    assertThat(patch.out()).contains("   tags: { env: 'production', other: env }\n");
    assertThat(patch.out() + patch.err()).doesNotContain("***");
  }

  @Test
  void aTruthThatIsMadeOfAValueIsShown() throws IOException {
    write(
        """
        param env string
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: { disableLocalAuth: env != 'production' }
        }
        """,
        "env");
    Scanned run =
        KEYLINT.run(
            folder, "scan", "--env=DOCS_ENV=production", "--trace", "search-local-auth", "docs");
    assertThat(run.words())
        .contains(
            "`resource.properties.disableLocalAuth` is false",
            "parameter `env`, by `--env DOCS_ENV`");
  }

  /// A settings object that is secret holds truth values, too.
  @Test
  void aTruthValueOfASecretIsNone() throws IOException {
    write(
        """
        @secure()
        param settings object = { ON: 'true', OFF: 'false', NONE: 'null', on: false }
        param env string
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: { disableLocalAuth: false }
          tags: settings
        }
        """,
        "env");
    Scanned patch = KEYLINT.run(folder, "fix", "--diff", "--unsafe", "--env=DOCS_ENV=x");
    assertThat(patch.err()).contains("set `properties.disableLocalAuth` of 'docs' to `true`");
  }

  /// What is written into a file everybody can read. Its id is the key of an object, and its name a
  /// part of that.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/subscriptions/1/resourceGroups/2/providers/Microsoft.ManagedIdentity"
            + "/userAssignedIdentities/heron",
        "fen/heron",
        "https://heron.search.windows.net",
      })
  void anIdentityThatIsAttachedByAValueIsShownNowhere(String value) throws IOException {
    String app =
        SearchCaller.template("docs", "docs")
            .replace(
                "'SystemAssigned' }", "'UserAssigned', userAssignedIdentities: { '${env}': {} } }");
    write("param env string\n" + app, "env");
    for (String command : new String[] {"scan", "access", "expand"}) {
      List<String> options =
          new ArrayList<>(List.of(command, "main.bicep", "--env=DOCS_ENV=" + value));
      if (command.equals("access")) {
        options.addAll(List.of("--explain", "app", "docs"));
      } else if (command.equals("expand")) {
        options.addAll(List.of("--parameters", "main.parameters.json"));
      }
      Scanned run = KEYLINT.run(folder, options.toArray(String[]::new));
      assertThat(run.out() + run.err()).doesNotContain("heron");
    }
  }

  @ParameterizedTest
  @CsvSource({"null, false", "'', true"})
  void aFixWritesNoneOfThem(String subdomain, boolean fixed) throws IOException {
    String text =
        """
        param env string
        resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'ai-${env}'
          kind: 'OpenAI'
          properties: { SUBDOMAIN }
        }
        """
            .replace("SUBDOMAIN", subdomain.isEmpty() ? "" : "customSubDomainName: " + subdomain);
    write(text, "env");
    Keylint keylint = Keylint.with("missing-custom-subdomain");
    Path report = folder.resolve("out.sarif");
    keylint.run(folder, "scan", "-o=sarif=" + report, "--env=DOCS_ENV=west-1");
    Scanned run = keylint.run(folder, "fix", "--unsafe", "--env=DOCS_ENV=west-1");
    assertThat(report).content().doesNotContain("west-1");
    assertThat(run.out())
        .contains(fixed ? "none remain" : "it would write down what is hidden")
        .doesNotContain("west-1");
    assertThat(folder.resolve("main.bicep"))
        .content()
        .contains(fixed ? "customSubDomainName: 'ai-${env}'" : "customSubDomainName: null");
  }

  /// To hide in a file what happens to be the same would tell what was given.
  @Test
  void whatOnlyDecidesASecretIsNone() throws IOException {
    write(
        """
        param env string
        param salt string = newGuid()
        module store 'store.bicep' = { params: { key: salt == env ? 'Aaaaaa11' : 'Bbbbbb22' } }
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: { disableLocalAuth: false } // Winter2026x
        }
        """,
        "env");
    Files.writeString(
        folder.resolve("store.bicep"),
        """
        @secure()
        param key string
        resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
          name: 'vault/key'
          properties: { value: key }
        }
        """);
    assertThat(outputs("Winter2026x")).contains("false } // Winter2026x");
  }
}
