package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What rules may read of calls, and of the resources that make them.
final class CallMembersTest {
  private static final String ESTATE =
      """
      param more object
      param far string
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        location: 'westeurope'
        kind: 'OpenAI'
        properties: { customSubDomainName: 'oai' }
        resource gpt 'deployments' = {
          name: 'gpt'
          properties: { model: { format: 'OpenAI', name: 'gpt-4o' } }
        }
      }
      resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'worker'
      }
      resource spare 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'spare'
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
        kind: 'functionapp'
        identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {}, '${spare.id}': {} } }
        properties: { siteConfig: { appSettings: [
          SETTINGS
        ] } }
      }
      """;

  private static final String CLIENT =
      "{ name: 'AZURE_CLIENT_ID', value: worker.properties.clientId }\n";

  @TempDir private Path folder;

  private String of(String match, String hole, String settings) {
    String bicep = ESTATE.replace("SETTINGS", settings);
    return new Judged(folder).messages(Judged.saying(match, "<{" + hole + "}>"), bicep).getFirst();
  }

  private static String endpoint(String url) {
    return "{ name: 'AZURE_OPENAI_ENDPOINT', value: " + url + " }\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          call.service                     => openai
          call.cloud                       => public
          call.source                      => setting
          call.setting                     => AZURE_OPENAI_ENDPOINT
          call.url                         => https://oai.openai.azure.com/openai?x=1
          call.isWritten                   => true
          call.hasQuery                    => true
          call.isInPrivateZone             => false
          call.path                        => /openai
          call.written                     => oai.openai.azure.com/openai
          has(call.namedFor)               => false
          call.audience                    => https://cognitiveservices.azure.com
          call.scope                       => https://cognitiveservices.azure.com/.default
          call.scopeForm                   => scope
          call.keyInVault                  => false
          call.identity.name               => worker
          call.identity.kind               => managedIdentity
          call.otherIdentities.map(i, i.name).join(',') => spare
          call.hasOtherIdentity            => true
          call.target.kind                 => account
          call.target.acceptsKeys          => true
          call.modelFormats.join(',')      => OpenAI
          call.roles.map(r, r.name).join(',') => Cognitive Services OpenAI User
          call.resource.identity.type      => UserAssigned
          call.purpose                     => inference
          call.repeated                    => false
          call.workload.name               => app
          call.can('Microsoft.CognitiveServices/accounts/listKeys/action') => false
          call.canData('Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action') => true
          call.identity.can('Microsoft.CognitiveServices/accounts/read', call.target) => true
          call.identity.canData('Microsoft.CognitiveServices/accounts/OpenAI/assistants/read', call.target) => true
          call.settings.known              => true
          """)
  void aCallOfAServiceHere(String hole, String shown) {
    String scope =
        "{ name: 'AZURE_OPENAI_SCOPE', value: 'https://CognitiveServices.azure.com/.default' }\n";
    String settings = endpoint("'https://OAI.openai.azure.com/openai?x=1'") + CLIENT + scope;
    assertThat(of("call: {}", hole, settings)).isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          has(call.url)                    => true
          call.service                     => …
          call.isWritten                   => false
          call.hasQuery                    => false
          call.host                        => {far}
          call.namedFor                    => account
          has(call.written)                => false
          has(call.cloud)                  => false
          has(call.target)                 => false
          call.modelFormats.size()         => 0
          call.roles.size()                => 0
          call.can('Microsoft.CognitiveServices/accounts/listKeys/action') => false
          call.canData('Microsoft.CognitiveServices/accounts/read') => false
          has(call.scope)                  => false
          has(call.scopeForm)              => false
          has(call.askedIdentity)          => false
          has(call.identity)               => false
          call.otherIdentities.size()      => 0
          call.hasOtherIdentity            => false
          """)
  void aCallOfAnAddressThatIsNotKnown(String hole, String shown) {
    assertThat(of("call: {}", hole, endpoint("far"))).isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          call.credential                  => key
          has(call.identity)               => false
          call.otherIdentities.size()      => 0
          call.hasOtherIdentity            => false
          call.cloud                       => government
          call.isInPrivateZone             => true
          call.keyInVault                  => false
          call.roles.size()                => 0
          call.can('Microsoft.CognitiveServices/accounts/listKeys/action') => false
          call.canData('Microsoft.CognitiveServices/accounts/read') => false
          """)
  void aCallWithAKeyOfAServiceElsewhere(String hole, String shown) {
    String settings =
        endpoint("'https://far.privatelink.openai.azure.us/'")
            + "{ name: 'AZURE_OPENAI_API_KEY', value: '0123456789' }\n";
    assertThat(of("call: {}", hole, settings)).isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          { type: 'AzureKeyVaultSecret', secretName: 's' } => true
          { type: 'AZUREkeyvaultSECRET', secretName: 's' } => true
          { type: 'SecureString', value: '0123456789' }    => false
          '0123456789'                                     => false
          """)
  void aFactoryMayTakeAKeyFromAVault(String key, String shown) {
    String factory =
        """
        resource factory 'Microsoft.DataFactory/factories@2018-06-01' = {
          name: 'factory'
          resource link 'linkedservices' = {
            name: 'link'
            properties: {
              type: 'AzureSearch'
              typeProperties: { url: 'https://srch.search.windows.net', key: KEY }
            }
          }
        }
        """
            .replace("KEY", key);
    var rule =
        Judged.saying("call: {}", "<{call.credential} {call.keyInVault} {has(call.setting)}>");
    assertThat(new Judged(folder).messages(rule, factory))
        .containsExactly("<key " + shown + " false>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          workload.name                    => app
          workload.type                    => microsoft.web/sites
          workload.kind                    => functionapp
          workload.identities.map(i, i.name).join(',') => spare,worker
          workload.identity.type           => UserAssigned
          workload.hasIdentity             => true
          workload.hasSystemIdentity       => false
          workload.settingsKnown           => true
          workload.calls.map(c, c.host).join(',') => oai.openai.azure.com
          """)
  void aWorkloadTellsItsCalls(String hole, String shown) {
    String settings = endpoint("'https://oai.openai.azure.com'");
    assertThat(of("workload: {}, when: \"workload.name == 'app'\"", hole, settings))
        .isEqualTo("<" + shown + ">");
  }

  /// Who signs in depends on a parameter: what that one may do does as well.
  @ParameterizedTest
  @ValueSource(strings = {"can('x', call.target)", "canData('x', call.target)"})
  void whatSomebodyUnknownMayDoIsNotKnownForTheSameReason(String question) {
    Rule rule =
        Judged.rule(
            "asking",
            "match: {call: {}}\nvalidations: [{expression: \"call.identity.%s\", message: no}]\n"
                .formatted(question));
    String settings =
        endpoint("'https://oai.openai.azure.com'") + "{ name: 'AZURE_CLIENT_ID', value: far }\n";
    List<Finding> findings =
        new Judged(folder).findings(rule, ESTATE.replace("SETTINGS", settings));
    assertThat(((Outcome.Open) findings.getFirst().outcome()).because())
        .extracting(Outcome.Cause::text)
        .containsExactly("parameter `far` has no value");
  }

  private static String choosing(String first, String second, String setting, String url) {
    return ESTATE.replace("SETTINGS", "{ name: '" + setting + "', value: " + url + " }")
        + "@allowed(['"
        + first
        + "', '"
        + second
        + "'])\nparam which string\n";
  }

  private List<String> kinds(String match, String expression, String bicep) {
    var rule =
        Judged.rule(
            "chosen",
            "match: {%s}\nvalidations: [{expression: \"%s\", message: no}]\n"
                .formatted(match, expression));
    return new Judged(folder).findings(rule, bicep).stream().map(Judged::kind).toList();
  }

  /// Of an address that is tried, the host and the path are told apart.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call.host != 'one.search.windows.net' | open",
        "call.host.endsWith('.windows.net') | pass",
        "call.host.startsWith('https') | fail",
        "call.path == '/indexes' | open",
        "call.path.startsWith('/') | pass",
      })
  void anAddressIsTriedWithEachChoice(String expression, String said) {
    String bicep =
        choosing(
            "https://one.search.windows.net/indexes",
            "https://two.search.windows.net",
            "AZURE_SEARCH_ENDPOINT",
            "which");
    assertThat(kinds("call: {}", expression, bicep)).containsExactly(said);
  }

  /// The cloud is not known while the host is one of two.
  @Test
  void theCloudOfOneOfTwoHostsIsNotKnown() {
    String bicep =
        choosing(
                "https://a.openai.azure.com",
                "https://b.openai.azure.us",
                "AZURE_OPENAI_ENDPOINT",
                "which")
            .replace(
                "appSettings: [",
                "appSettings: [\n"
                    + "{ name: 'AZURE_OPENAI_SCOPE', value:"
                    + " 'https://cognitiveservices.azure.com/.default' }");
    var rule = Judged.saying("call: {}", "<{has(call.cloud)} {call.cloud}>");
    assertThat(new Judged(folder).messages(rule, bicep)).containsExactly("<… …>");
  }

  /// What is for another service and what is for ours have different rules.
  @Test
  void aRuleMayBeAboutACallWithSomeChoicesOnly() {
    String bicep =
        choosing(
            "https://a.openai.azure.com",
            "https://b.search.windows.net",
            "AZURE_OPENAI_ENDPOINT",
            "which");
    assertThat(kinds("call: {}, when: call.isWritten && call.service == 'search'", "false", bicep))
        .containsExactly("open");
  }
}
