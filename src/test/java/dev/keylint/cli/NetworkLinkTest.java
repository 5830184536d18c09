package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether the network lets a call through: "no" only where nothing else could let it, and what is
/// not known where it can't be told.
final class NetworkLinkTest {
  private static final String TEMPLATE =
      """
      param anyAccess string
      param anySubnet string
      param anyPlan string
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'AIServices'
        properties: { customSubDomainName: 'ai', disableLocalAuth: true, allowProjectManagement: true, AI }
        resource team 'projects' = {
          name: 'team'
          identity: { type: 'SystemAssigned' }
          properties: {}
        }
      }
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        properties: { disableLocalAuth: true, DOCS }
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'SystemAssigned' }
        properties: {
          APP
          siteConfig: {
            appSettings: [
              { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://ai.openai.azure.com/' }
              { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
              { name: 'PROJECT_ENDPOINT', value: 'https://ai.services.ai.azure.com/api/projects/team' }
            ]
          }
        }
      }
      """;

  private static final String NETWORK =
      """
      resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
        name: 'net'
        properties: { subnets: [] }
      }
      """;

  private static final String KIND = "kind: 'AIServices'\n  identity: { type: 'SystemAssigned' }\n";

  private static final String OTHER_NETWORK =
      """
      resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
        name: 'hub'
      }
      """;

  private static final String ENDPOINT =
      """
      resource way 'Microsoft.Network/privateEndpoints@2024-05-01' = {
        name: 'way'
        properties: { privateLinkServiceConnections: [{ name: 'x', properties: { privateLinkServiceId: ai.id } }] }
      }
      """;

  private static final String OFF = "publicNetworkAccess: 'Disabled'";
  private static final String JOINED =
      "virtualNetworkSubnetId: resourceId('Microsoft.Network/virtualNetworks/subnets', 'net', 'a')";

  @TempDir private Path folder;

  private String network(String to, String ai, String docs, String app, String more)
      throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        TEMPLATE
                .replace("AI }", ai + " }")
                .replace("DOCS }", docs + " }")
                .replace("APP\n", app + "\n")
            + more);
    Scanned run =
        Keylint.with("missing-trusted-services-bypass")
            .run(folder, "access", "--explain", "app", to);
    String out = run.outWords();
    assertThat(out).as(run.err()).contains(" network path ");
    int at = out.indexOf(" network path ");
    return out.substring(at - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "publicNetworkAccess: 'disabled'        | publicNetworkAccess | 403 Public access is"
            + " disabled",
        "networkAcls: { defaultAction: 'Deny' } | defaultAction       | 403 Access denied due to"
            + " Virtual",
        "networkAcls: { defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [{ id: anySubnet"
            + " }] } | defaultAction | 403 Access denied",
      })
  void whoIsInNoVirtualNetworkIsKeptOut(String ai, String by, String answer) throws IOException {
    assertThat(network("ai", ai, "", "", ""))
        .startsWith("✗ network path `" + by + "` closes it to the public, and app calls from no")
        .contains("The call fails: " + answer)
        .contains("Repair: Let app call from a virtual network in which the service has a private");
    assertThat(network("ai", ai, "", "", ENDPOINT))
        .startsWith("✗")
        .contains("Repair: Let app call from the virtual network of private endpoint way.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "publicNetworkAccess: anyAccess | `publicNetworkAccess` may close it to the public:"
            + " parameter `anyAccess` has no value",
        "publicNetworkAccess: 'SecuredByPerimeter' | what the network security perimeter lets in"
            + " is",
        "networkAcls: { defaultAction: anyAccess } | `defaultAction` may close it to the public",
        "networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '10.1.2.3' }] } | `defaultAction`"
            + " lets only some callers in: whether the caller comes from an address or network of"
            + " `ipRules` is not known",
      })
  void whatTheFirewallLetsInMayNotBeKnown(String ai, String why) throws IOException {
    assertThat(network("ai", ai, "", "", "")).startsWith("? network path ").contains(why);
  }

  @ParameterizedTest
  @CsvSource({"Enforced, ?", "enforced, ?", "Learning, ✓", "Audit, ✓"})
  void anEnforcedPerimeterMayCloseIt(String mode, String sign) throws IOException {
    String association =
        """
        resource in 'Microsoft.Network/networkSecurityPerimeters/resourceAssociations@2024-07-01' = {
          name: 'edge/in'
          properties: { accessMode: 'MODE', privateLinkResource: { id: ai.id } }
        }
        """;
    assertThat(network("ai", "", "", "", association.replace("MODE", mode)))
        .startsWith(sign + " network path ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "networkRuleSet: { ipRules: [{ value: '10.1.2.3' }] } | ? network path `ipRules` lets only"
            + " some",
        "networkRuleSet: { ipRules: anyAccess }               | ? network path `ipRules` may close"
            + " it",
        "networkRuleSet: { ipRules: [] }                      | ✓ network path nothing closes it",
        "networkRuleSet: { bypass: 'None' }                   | ✓ network path nothing closes it",
        "publicNetworkAccess: 'Enabled'                       | ✓ network path nothing closes it",
      })
  void aSearchServiceIsClosedByItsFirstRule(String docs, String says) throws IOException {
    assertThat(network("docs", "", docs, "", "")).startsWith(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'virtualNetworkSubnetId: ''/x/${anySubnet}''' | ''",
        "hostingEnvironmentProfile: { id: anySubnet } | ''",
        "'' | 'resource join ''Microsoft.Web/sites/networkConfig@2024-04-01'' = { parent: app,"
            + " name: ''virtualNetwork'', properties: {} }'",
      },
      quoteCharacter = '\'')
  void whoIsInOneMayHaveAnEndpoint(String app, String more) throws IOException {
    assertThat(network("ai", OFF, "", app, more))
        .startsWith(
            "? network path `publicNetworkAccess` closes it to the public: whether a private")
        .contains("is made elsewhere is not known");
    assertThat(network("ai", OFF, "", app, more + "\n" + NETWORK))
        .startsWith("✗ network path `publicNetworkAccess` closes it to the public, and no private")
        .contains("Repair: Give the service a private endpoint in the virtual network of app.");
    assertThat(network("ai", OFF, "", app, more + "\n" + NETWORK + OTHER_NETWORK))
        .startsWith("? network path")
        .contains("is made elsewhere is not known");
    assertThat(network("ai", OFF, "", app, more + "\n" + ENDPOINT))
        .startsWith("✓ network path private endpoint way");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resource peer 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {"
            + " parent: net, name: 'hub', properties: {} } | is made elsewhere is not known",
        "module more 'gone.bicep' = { name: 'more' } | module `gone.bicep` is not here",
        "param on bool;;resource other 'Microsoft.Network/privateEndpoints@2024-05-01' = if (on) {"
            + " name: 'other', properties: { privateLinkServiceConnections: [{ name: 'x',"
            + " properties: { privateLinkServiceId: ai.id } }] } } | parameter `on` has no value",
        "param one object;;resource other 'Microsoft.Network/privateEndpoints@2024-05-01' = {"
            + " name: 'other', properties: { privateLinkServiceConnections: [one] } } | parameter"
            + " `one` has no value",
      })
  void anEndpointMayBeOutOfSight(String more, String why) throws IOException {
    assertThat(network("ai", OFF, "", JOINED, NETWORK + more.replace(";;", "\n")))
        .startsWith("? network path `publicNetworkAccess` closes it to the public")
        .contains(why);
  }

  @ParameterizedTest
  @CsvSource({
    "serverFarmId: anyPlan, which network the caller is in is not known",
    "virtualNetworkSubnetId: empty(anySubnet) ? null : anySubnet, parameter `anySubnet` has no"
        + " value"
  })
  void theNetworkOfTheCallerMayNotBeKnown(String app, String why) throws IOException {
    assertThat(network("ai", OFF, "", app, ENDPOINT))
        .startsWith(
            "? network path `publicNetworkAccess` closes it to the public; private endpoint way")
        .contains(why);
  }

  @Test
  void aProjectIsBehindTheFirewallOfItsAccount() throws IOException {
    assertThat(network("team", OFF, "", "", "")).startsWith("✗ network path `publicNetworkAccess`");
    assertThat(network("team", "publicNetworkAccess: 'Enabled'", "", "", "")).startsWith("✓");
  }

  private String live(String access) throws IOException {
    String group = "/subscriptions/s/resourceGroups/g/providers/";
    String resource = "{'kind':'resource','apiVersion':'2025-06-01','body':{'id':'" + group;
    String lines =
        """
        {'kind':'header','format':'keylint-snapshot/1'}
        RESOURCEMicrosoft.CognitiveServices/accounts/ai','name':'ai','kind':'OpenAI','type':'Microsoft.CognitiveServices/accounts','properties':{'customSubDomainName':'ai','disableLocalAuth':true,ACCESS}}}
        RESOURCEMicrosoft.App/containerApps/app','name':'app','type':'Microsoft.App/containerApps','identity':{'type':'SystemAssigned'},'properties':{'template':{'containers':[{'name':'web','env':[{'name':'AZURE_OPENAI_ENDPOINT','value':'https://ai.openai.azure.com/'}]}]}}}}
        {'kind':'footer'}
        """;
    Files.writeString(
        folder.resolve("state.jsonl"),
        lines.replace("RESOURCE", resource).replace("ACCESS", access).replace('\'', '"'));
    Scanned run =
        Keylint.with("missing-trusted-services-bypass")
            .run(folder, "access", "--state", "state.jsonl", "--explain", "app", "ai");
    String out = run.outWords();
    assertThat(out).as(run.err()).contains(" network path ");
    return out.substring(out.indexOf(" network path ") - 1);
  }

  @Test
  void azureListsTheEndpointsOfAService() throws IOException {
    String off = "'publicNetworkAccess':'Disabled'";
    assertThat(live(off + ",'privateEndpointConnections':[]"))
        .startsWith("✗ network path `publicNetworkAccess` closes it to the public, and no private");
    assertThat(live(off)).startsWith("? network path `publicNetworkAccess` closes it");
    String one =
        ",'privateEndpointConnections':[{'id':'/x/way','properties':{'privateEndpoint':{'id':'/y/pe'},"
            + "'privateLinkServiceConnectionState':{'status':'STATUS'}}}]";
    assertThat(live(off + one.replace("STATUS", "Approved")))
        .startsWith(
            "? network path `publicNetworkAccess` closes it to the public; private endpoint");
    assertThat(live(off + one.replace("STATUS", "Rejected"))).startsWith("✗ network path");
    assertThat(live("'publicNetworkAccess':'Enabled'")).startsWith("✓ network path nothing closes");
  }

  @Test
  void whoHasNoNameGoesByTheSymbol() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        TEMPLATE
            .replace("AI }", OFF + " }")
            .replace("DOCS }", "}")
            .replace("APP\n", "\n")
            .replace("name: 'app'", "name: uniqueString(resourceGroup().id)"));
    assertThat(Scanned.access(folder, "--explain", "app", "ai").words())
        .contains("closes it to the public, and app calls from no virtual network")
        .contains("Let app call from a virtual network")
        .contains("system-assigned of app");
  }

  @Test
  void whoOnlyHasTheNameOfATrustedServiceIsNone() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        TEMPLATE
                .replace("AI }", "}")
                .replace("kind: 'AIServices'\n", KIND)
                .replace("DOCS }", OFF + ", networkRuleSet: { bypass: 'AzureServices' } }")
                .replace("APP\n", "\n")
                .replace(
                    "appSettings: [\n",
                    "appSettings: [\n{ name: 'DATASOURCE_TYPE', value: 'AzureCognitiveSearch' }\n")
            + """
            resource other 'Microsoft.Web/sites@2024-04-01' = {
              name: 'ai'
              identity: { type: 'SystemAssigned' }
              properties: {
                siteConfig: {
                  appSettings: [
                    { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
                  ]
                }
              }
            }
            """);
    assertThat(Scanned.access(folder, "--explain", "ai", "docs").words())
        .contains("✓ network path `bypass` lets services of Azure in")
        .contains(
            "✗ network path `publicNetworkAccess` closes it to the public, and ai calls from");
    Path main = folder.resolve("main.bicep");
    Files.writeString(main, Files.readString(main).replace(KIND, "kind: 'AIServices'\n"));
    assertThat(Scanned.access(folder, "--explain", "ai", "docs").words())
        .contains("✗ identity attached it has no identity")
        .doesNotContain("✓ network path");
  }
}
