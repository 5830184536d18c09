package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who calls, what is called and who signs in go by what is known of their names, else by their
/// symbols and the modules around them.
final class ResourceTitlesTest {
  private static final String BICEP =
      """
      param names array
      param one string
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = { name: SERVICE }
      resource own 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: IDENTITY }
      resource app 'Microsoft.Web/sites@2024-04-01' = LOOP {
        name: CALLER
        identity: { type: 'UserAssigned', userAssignedIdentities: { '${own.id}': {} } }
        properties: { siteConfig: { appSettings: [
          { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://${docs.name}.search.windows.net' }
          { name: 'AZURE_CLIENT_ID', value: own.properties.clientId }
        ] } }
      }END
      resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('role')
        scope: docs
        properties: {
          principalId: own.properties.principalId
          roleDefinitionId: '1407120a-92aa-4202-b7e9-c0e197c71c8f'
        }
      }
      """;
  private static final String SAID =
      "'{call.?caller.orValue('the caller')}' calls '{call.?target.?name.orValue(call.host)}' as"
          + " '{call.identity.name}'";

  @TempDir private Path folder;

  private static String bicep(String service, String identity, String loop, String caller) {
    return BICEP
        .replace("SERVICE", service)
        .replace("IDENTITY", identity)
        .replace("LOOP", loop)
        .replace("CALLER", caller)
        .replace("END", loop.isEmpty() ? "" : "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'docs-1'    | 'id'        |                  | 'app-1' | 'app-1' calls 'docs-1' as 'id'",
        "'d-${one}'  | 'i-${one}'  |                  | 'a-${one}' | 'a-{one}' calls 'd-{one}' as"
            + " 'i-{one}'",
        "one         | one         |                  | one     | 'app' calls 'docs' as 'own'",
        "names[0]    | names[1]    | [for n in names: | n       | 'app' calls 'docs' as 'own'",
        "uniqueString('a') == one ? 'x' : 'y' | newGuid() | | uniqueString(one) | 'app' calls"
            + " 'docs' as 'own'",
      })
  void aNameOfWhichNothingIsKnownIsASymbol(
      String service, String identity, String loop, String caller, String message) {
    String bicep = bicep(service, identity, loop == null ? "" : loop, caller);
    assertThat(new Judged(folder).messages(Judged.saying("call: {}", SAID), bicep).getFirst())
        .contains(message);
  }

  /// Two names that are not known may be the same one.
  @ParameterizedTest
  @CsvSource({"one, one", "one, names[0]", "'uniqueString(one)', 'uniqueString(one)'"})
  void whoHasARoleIsNotWhereItIs(String service, String identity) {
    String said = "{grant.principal.name} on {grant.targets.join(', ')}";
    assertThat(
            new Judged(folder)
                .messages(
                    Judged.saying("grant: {}", said), bicep(service, identity, "", "'app-1'")))
        .containsExactly("own on docs");
  }

  @Test
  void whatAModuleMakesThatIsNotHereIsWhatCallsIt() {
    String bicep =
        """
        param one string
        module inner 'br/public:avm/res/search/search-service:0.9.0' = {
          params: {
            name: uniqueString(one)
            managedIdentities: { systemAssigned: true }
          }
        }
        resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: guid('role')
          properties: {
            principalId: inner.outputs.systemAssignedMIPrincipalId!
            roleDefinitionId: '1407120a-92aa-4202-b7e9-c0e197c71c8f'
          }
        }
        """;
    assertThat(
            new Judged(folder)
                .messages(Judged.saying("grant: {}", "{grant.principal.name}"), bicep))
        .containsExactly("inner");
  }

  @Test
  void keysAreThoseOfALoopAndSecretsHaveSymbols() {
    String bicep =
        """
        param names array
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = [for it in names: { name: it }]
        resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
          name: names[0]
          resource secret 'secrets' = {
            name: names[1]
            properties: { value: docs[2].listAdminKeys().primaryKey }
          }
        }
        """;
    String said = "{keyFlow.sink.name} has a key of {keyFlow.target.name}";
    assertThat(new Judged(folder).messages(Judged.saying("keyFlow: {}", said), bicep))
        .containsExactly("secret has a key of docs");
  }
}
