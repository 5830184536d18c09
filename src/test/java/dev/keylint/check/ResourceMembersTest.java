package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What rules about a resource may ask of what is around it, and of where its values come from.
final class ResourceMembersTest {
  private static final String ESTATE =
      """
      param keysOff bool = false
      param loose string?
      param who string
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
        identity: { type: 'SystemAssigned' }
        properties: {
          customSubDomainName: 'oai'
          disableLocalAuth: keysOff
          publicNetworkAccess: 'Enabled'
          networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' }
        }
      }
      resource blind 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'blind'
        kind: 'OpenAI'
        properties: { networkAcls: { defaultAction: 'Deny', bypass: 'None' } }
      }
      resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'worker'
      }
      resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'srch'
        identity: { type: 'SystemAssigned' }
      }
      resource near 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('near')
        properties: { principalId: worker.properties.principalId, roleDefinitionId: 'x' }
      }
      resource far 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('far')
        properties: { principalId: '00000000-0000-0000-0000-000000000001', roleDefinitionId: 'x' }
      }
      resource open 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('open')
        properties: { principalId: who, roleDefinitionId: 'x' }
      }
      resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
        name: 'to-logs'
        scope: oai
        properties: { workspaceId: 'w', logs: [ { categoryGroup: 'allLogs', enabled: true } ] }
      }
      resource pe 'Microsoft.Network/privateEndpoints@2024-05-01' = {
        name: 'pe'
        properties: { privateLinkServiceConnections: [
          { name: 'x', properties: { privateLinkServiceId: srch.id, groupIds: ['searchService'] } }
        ] }
        resource zones 'privateDnsZoneGroups' = {
          name: 'default'
          properties: { privateDnsZoneConfigs: [] }
        }
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          oai   | access.diagnosticSettings.join(',')      => to-logs
          blind | access.diagnosticSettings.join(',')      => ``
          oai   | access.admitsTrustedServices             => true
          blind | access.admitsTrustedServices             => false
          oai   | access.trustedCallers.join(',')          => ``
          oai   | access.isInPerimeter                     => false
          oai   | access.perimeterAdmitsAll                => …
          oai   | has(access.perimeterAdmitsAll)           => …
          oai   | access.isGrantToNewIdentity              => false
          near  | access.isGrantToNewIdentity              => true
          open  | access.isGrantToNewIdentity              => …
          oai   | has(access.identity)                     => false
          worker | access.identity.name                    => worker
          zones | access.privateServices.join(',')         => Search
          oai   | access.unsentTokens.size()               => 0
          oai   | access.searchKeys.size()                 => 0
          srch  | access.privateEndpoints.join(',')        => pe
          oai   | origin.defaultsTo('properties.disableLocalAuth', 'false')   => true
          oai   | origin.defaultsTo('properties.disableLocalAuth', 'true')    => false
          oai   | origin.defaultsTo('properties.publicNetworkAccess', 'true') => false
          oai   | origin.defaultsTo('properties.nothing', 'false')            => false
          oai   | origin.defaultsTo('properties.publicNetworkAccess.deeper', 'false') => false
          oai   | has(live.resource)                       => false
          """)
  void aResourceTellsWhatIsAroundIt(String asked, String shown) {
    String[] parts = asked.split(" *\\| *");
    String type =
        switch (parts[0]) {
          case "oai", "blind" -> "Microsoft.CognitiveServices/accounts";
          case "near", "far", "open" -> "Microsoft.Authorization/roleAssignments";
          case "worker" -> "Microsoft.ManagedIdentity/userAssignedIdentities";
          case "srch" -> "Microsoft.Search/searchServices";
          default -> "Microsoft.Network/privateEndpoints/privateDnsZoneGroups";
        };
    var rule = Judged.saying("resource: " + type, "<{" + parts[1] + "}>");
    assertThat(
            new Judged(folder)
                .findings(rule, ESTATE).stream()
                    .filter(it -> it.at().toString().equals(at(parts[0])))
                    .map(it -> it.message()))
        .containsExactly("<" + shown + ">");
  }

  /// Where the resource of this symbol is declared.
  private static String at(String symbol) {
    String before = ESTATE.substring(0, ESTATE.indexOf("resource " + symbol + " '"));
    long line = before.lines().count() + (before.endsWith("\n") ? 1 : 0);
    return "main.bicep:"
        + line
        + ":"
        + (before.endsWith("\n") ? 1 : before.length() - before.lastIndexOf('\n'));
  }
}
