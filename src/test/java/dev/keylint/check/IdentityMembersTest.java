package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What rules may read of identities, of those who have them, and of their settings.
final class IdentityMembersTest {
  private static final String ESTATE =
      """
      param more object
      param anyId string
      param flag bool
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
        properties: { customSubDomainName: 'oai' }
      }
      resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'worker'
        tags: { Owner: 'team', cost: '1' }
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('x')
        scope: oai
        properties: {
          principalId: worker.properties.principalId
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
        }
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: IDENTITY
        properties: { siteConfig: { appSettings: SETTINGS } }
      }
      """;

  private static final String ATTACHED =
      "{ type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }";
  private static final String ENDPOINT =
      "{ name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com' }";

  @TempDir private Path folder;

  private List<String> of(String match, String hole, String identity, String settings) {
    String bicep =
        ESTATE
            .replace("IDENTITY", identity)
            .replace("SETTINGS", "[\n" + ENDPOINT + "\n" + settings + "\n]");
    return new Judged(folder).messages(Judged.saying(match, "<{" + hole + "}>"), bicep);
  }

  private String ofCall(String hole, String identity, String settings) {
    return of("call: {}", hole, identity, settings).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          identity.isUserAssigned                              => true
          identity.attachedTo.map(w, w.name).join(',')         => app
          identity.grants.map(g, g.role.name).join(',')        => Cognitive Services OpenAI User
          identity.tags.join(',')                              => owner,cost
          """)
  void anIdentityTellsWhereItIsUsed(String hole, String shown) {
    String rule = "identity: {}, when: \"identity.name == 'worker'\"";
    assertThat(of(rule, hole, ATTACHED, "")).containsExactly("<" + shown + ">");
  }

  /// What stands in a branch of a condition is no map of ids.
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          null                                                  => false false
          { type: 'SystemAssigned' }                            => true true
          { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } } => true false
          flag ? { type: 'SystemAssigned' } : null              => … …
          flag ? { type: 'SystemAssigned' } : { type: 'SystemAssigned, UserAssigned' } => true true
          more                                                  => … …
          """)
  void aWorkloadTellsWhetherItHasAnIdentity(String identity, String shown) {
    String rule = "workload: {}, when: \"workload.name == 'app'\"";
    assertThat(of(rule, "workload.hasIdentity} {workload.hasSystemIdentity", identity, ""))
        .containsExactly("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
                                                                          => false
          { name: 'AZURE_CLIENT_ID', value: '' }                          => true
          { name: 'AZURE_CLIENT_ID', value: ' ' }                         => true
          { name: 'AZURE_CLIENT_ID', value: 'x' }                         => false
          { name: 'AZURE_CLIENT_ID', value: worker.properties.clientId }  => false
          { name: 'AZURE_CLIENT_ID', value: anyId }                       => …
          { name: 'AZURE_CLIENT_ID', value: 'x-${anyId}' }                => false
          { name: 'AZURE_CLIENT_ID', value: flag ? '' : worker.properties.clientId } => …
          { name: 'AZURE_CLIENT_ID', value: flag ? 'x' : worker.properties.clientId } => false
          """)
  void aClientIdMayBeEmpty(String setting, String shown) {
    assertThat(ofCall("call.clientIdIsEmpty", ATTACHED, setting == null ? "" : setting))
        .isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          has(call.settings)                           => true
          call.settings.known                          => true
          call.settings.clientSecret                   => AZURE_CLIENT_CERTIFICATE_PATH
          call.settings.hasOtherKey                    => …
          call.askedIdentity.name                      => worker
          """)
  void theSettingsBesideTellWhatElseSignsIn(String hole, String shown) {
    String settings =
        """

        { name: 'AZURE_CLIENT_CERTIFICATE_PATH', value: '/x.pem' }
        { name: 'AZURE_CLIENT_ID', value: worker.properties.clientId }
        { name: 'SOMETHING', value: '@Microsoft.KeyVault(VaultName=v;SecretName=s)' }
        """;
    assertThat(ofCall(hole, ATTACHED, settings)).isEqualTo("<" + shown + ">");
  }

  @Test
  void aSecretForSomethingElseIsNoKey() {
    String setting =
        "\n{ name: 'REDIS_ACCESS', value: '@Microsoft.KeyVault(VaultName=v;SecretName=s)' }";
    assertThat(ofCall("call.settings.hasOtherKey", ATTACHED, setting)).isEqualTo("<false>");
  }

  private static final String SERVICE =
      """
      resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'srch'
        identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
      }
      """;

  /// What is called more than it calls is no caller.
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } } => <app 1>
          { type: 'SystemAssigned' }                                               => < 0>
          more                                                                     => <… 1>
          """)
  void anIdentityIsOfThoseThatCall(String identity, String shown) {
    String bicep =
        ESTATE.replace("IDENTITY", identity).replace("SETTINGS", "[ " + ENDPOINT + " ]") + SERVICE;
    var rule =
        Judged.saying(
            "identity: {}, when: \"identity.name == 'worker'\"",
            "<{identity.attachedTo.map(w, w.name).join(',')} {identity.attachedTo.size()}>");
    assertThat(new Judged(folder).messages(rule, bicep)).containsExactly(shown);
  }

  @Test
  void theTagsOfAnIdentityElsewhereAreNotKnown() {
    String id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity";
    String elsewhere =
        "{ type: 'UserAssigned', userAssignedIdentities: { '%s/userAssignedIdentities/far': {} } }"
            .formatted(id);
    String setting =
        "\n{ name: 'AZURE_CLIENT_ID', value: reference('%s/userAssignedIdentities/far', '2024-11-30').clientId }"
            .formatted(id);
    assertThat(ofCall("call.identity.name} {has(call.identity.tags)", elsewhere, setting))
        .isEqualTo("<far true>");
    assertThat(ofCall("call.identity.tags.join(',')", elsewhere, setting)).isEqualTo("<…>");
  }

  /// Whether a secret is set is as unknown as the rest of the settings.
  @Test
  void whatMayBeThereIsNotThere() {
    String bicep =
        ESTATE
            .replace("IDENTITY", ATTACHED)
            .replace("SETTINGS", "concat([" + ENDPOINT + "], more.items)");
    var rule =
        Judged.saying("call: {}", "<{has(call.settings.clientSecret)} {call.settings.known}>");
    assertThat(new Judged(folder).messages(rule, bicep)).containsExactly("<… …>");
  }
}
