package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A finding names the environment variables by which a call signs in as who it does.
final class SignInVariablesTest extends QueryingFolder {
  private static final String ONE =
      "resource one 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: 'one'"
          + " }\n";

  private static String reads(String principal) {
    return """
    resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
      name: guid('reads')
      scope: docs
      properties: {
        principalId: PRINCIPAL
        roleDefinitionId: subscriptionResourceId(
          'Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
      }
    }
    """
        .replace("PRINCIPAL", principal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "concat([ENDPOINT], a ? [] : [ID])",
        "union([ENDPOINT], a ? [] : [ID])",
        "[ENDPOINT, ...(a ? [] : [ID])]",
        "[ENDPOINT, { name: 'AZURE_CLIENT_ID', value: a ? null : one.properties.clientId }]",
      })
  void whatTakesTheClientIdAwayIsNamed(String settings) throws IOException {
    String identity = "{ type: 'UserAssigned', userAssignedIdentities: { '${one.id}': {} } }";
    String bicep =
        app(settings
                    .replace("ENDPOINT", ENDPOINT)
                    .replace(
                        "[ID]", "[{ name: 'AZURE_CLIENT_ID', value: one.properties.clientId }]"))
                .replace("{ type: 'SystemAssigned' }", identity)
            + ONE;
    assertThat(words("missing-client-id", bicep))
        .contains("warning[missing-client-id]: 'app' has user-assigned identities only", SAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ? { '${two.id}': {} } : { '${one.id}': {} }",
        "union({ '${two.id}': {} }, a ? {} : { '${one.id}': {} })",
        "{ '${a ? two.id : one.id}': {} }",
      })
  void whatAttachesAnotherIdentityIsNamed(String attached) throws IOException {
    String bicep =
        app("[" + ENDPOINT + ", { name: 'AZURE_CLIENT_ID', value: one.properties.clientId }]")
                .replace(
                    "'SystemAssigned' }",
                    "'UserAssigned', userAssignedIdentities: " + attached + " }")
            + ONE
            + ONE.replace("one", "two");
    assertThat(words("unattached-client-id", bicep))
        .contains("error[unattached-client-id]: 'app' asks for a token", SAID);
  }

  /// It signs in as the same one, whatever that is called.
  @ParameterizedTest
  @CsvSource({"missing-search-query-role, AZURE_CLIENT_ID", "missing-client-id, OTHER"})
  void whatTheIdentityIsCalledIsNot(String rule, String setting) throws IOException {
    String value = setting.equals("OTHER") ? "'x'" : "one.properties.clientId";
    String id = "{ name: '" + setting + "', value: " + value + " }";
    String bicep =
        app("[" + ENDPOINT + ", " + id + "]")
                .replace(
                    "'SystemAssigned' }",
                    "'UserAssigned', userAssignedIdentities: { '${one.id}': {} } }")
            + ONE.replace("'one'", "'id-${p}'");
    assertThat(words(rule, bicep)).contains("[" + rule + "]").doesNotContain("decide otherwise");
  }

  /// It names the identities and chooses one of them, too.
  @Test
  void whatChoosesAnIdentityIsNamedThoughItIsThatOfTheName() throws IOException {
    String bicep =
        app("[" + ENDPOINT + ", { name: 'AZURE_CLIENT_ID', value: one.properties.clientId }]")
                .replace(
                    "'SystemAssigned' }",
                    "'UserAssigned', userAssignedIdentities: p == 'x' ? { '${two.id}': {} } : {"
                        + " '${one.id}': {} } }")
            + ONE.replace("'one'", "'one-${p}'")
            + ONE.replace("one", "two").replace("'two'", "'two-${p}'");
    assertThat(words("unattached-client-id", bicep))
        .contains("error[unattached-client-id]: 'app' asks for a token", "`--env DOCS_P=…` may");
  }

  @Test
  void whatGivesTheRoleToTheOtherIdentityIsNamed() throws IOException {
    String bicep =
        app("[" + ENDPOINT + "]")
                .replace(
                    "'SystemAssigned' }",
                    "'SystemAssigned, UserAssigned', userAssignedIdentities: { '${one.id}': {} } }")
            + ONE
            + reads("a ? one.properties.principalId : app.identity.principalId");
    assertThat(words("role-on-other-identity", bicep))
        .contains("error[role-on-other-identity]: 'app' signs in as 'app'", SAID);
  }

  /// With the setting it would sign in as the other one, which has the role.
  @ParameterizedTest
  @ValueSource(strings = {"concat([ENDPOINT], a ? [] : [ID])", "[ENDPOINT, ...(a ? [] : [ID])]"})
  void whatLeavesTheClientIdOutIsNamed(String settings) throws IOException {
    String id = "{ name: 'AZURE_CLIENT_ID', value: one.properties.clientId }";
    String bicep =
        app(settings.replace("ENDPOINT", ENDPOINT).replace("ID", id))
                .replace(
                    "'SystemAssigned' }",
                    "'SystemAssigned, UserAssigned', userAssignedIdentities: { '${one.id}': {} } }")
            + ONE
            + reads("one.properties.principalId");
    assertThat(words("role-on-other-identity", bicep))
        .contains("error[role-on-other-identity]: 'app' signs in as 'app'", SAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ENDPOINT, IDS, { name: 'AZURE_CLIENT_SECRET', value: a ? 'zzz' : '' }]",
        "concat([ENDPOINT, IDS], a ? [{ name: 'AZURE_CLIENT_SECRET', value: 'zzz' }] : [])",
      })
  void whatSetsAClientSecretIsNamed(String settings) throws IOException {
    String ids = "{ name: 'AZURE_CLIENT_ID', value: 'x' }, { name: 'AZURE_TENANT_ID', value: 'y' }";
    String bicep = app(settings.replace("ENDPOINT", ENDPOINT).replace("IDS", ids));
    assertThat(words("client-secret-beats-identity", bicep))
        .contains("warning[client-secret-beats-identity]: A client secret", SAID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a ? one.properties.clientId : two.properties.clientId | { type: 'UserAssigned', BOTH } |"
            + " one",
        "''        | a ? { type: 'SystemAssigned' } : { type: 'UserAssigned', BOTH }              |"
            + " app",
      })
  void whatChoosesWhoSignsInIsNamed(String client, String identity, String shown)
      throws IOException {
    String both = "userAssignedIdentities: { '${one.id}': {}, '${two.id}': {} }";
    String type = "Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31";
    String bicep =
        app("[" + ENDPOINT + ", { name: 'AZURE_CLIENT_ID', value: " + client + " }]")
                .replace("{ type: 'SystemAssigned' }", identity.replace("BOTH", both))
            + "resource one 'TYPE' = { name: 'one' }\nresource two 'TYPE' = { name: 'two' }\n"
                .replace("TYPE", type)
            + """
            resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid('reads')
              scope: docs
              properties: {
                principalId: two.properties.principalId
                principalType: 'ServicePrincipal'
                roleDefinitionId: subscriptionResourceId(
                  'Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
              }
            }
            """;
    assertThat(words("missing-search-query-role", bicep))
        .contains(
            "error[missing-search-query-role]: 'app' queries 'docs' as '" + shown + "'", SAID);
  }
}
