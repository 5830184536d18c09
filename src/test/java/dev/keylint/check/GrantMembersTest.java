package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Estate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What rules may read of the ends of role assignments, of keys, outputs, modules and scripts.
final class GrantMembersTest {
  private static final String ESTATE =
      """
      param later string = newGuid()
      resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'srch'
        identity: { type: 'SystemAssigned' }
      }
      resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'worker'
        resource trust 'federatedIdentityCredentials' = {
          name: 'ci'
          properties: { issuer: 'https://issuer.example', subject: 's', audiences: ['a'] }
        }
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: NAME
        scope: srch
        properties: {
          principalId: PRINCIPAL
          principalType: 'ServicePrincipal'
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ROLE')
        }
      }
      """;

  @TempDir private Path folder;

  private String of(String match, String hole, String bicep) {
    return new Judged(folder).messages(Judged.saying(match, "<{" + hole + "}>"), bicep).getFirst();
  }

  private static String estate(String name, String principal, String role) {
    return ESTATE.replace("NAME", name).replace("PRINCIPAL", principal).replace("ROLE", role);
  }

  @Test
  void inAzureItIsTriedToFindWhoHoldsAnIdentity() {
    Estate declared =
        new Judged(folder)
            .estate(
                estate(
                    "guid('x')",
                    "worker.properties.principalId",
                    "1407120a-92aa-4202-b7e9-c0e197c71c8f"));
    var rule = Judged.saying("grant: {}", "<{grant.principal.isInUse}>");
    assertThat(Engine.run(List.of(rule), List.of(Given.live(declared))))
        .extracting(it -> it.message())
        .containsExactly("<true>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          grant.services.map(s, s.kind).join(',')      => search
          grant.otherServices.map(s, s.name).join(',') => srch
          grant.principalType                          => ServicePrincipal
          grant.principalProperty                      => principalid
          grant.isRequest                              => false
          grant.principalTypeIsNull                    => false
          grant.nameVaries                             => false
          grant.nameLacks.join(',')                    => principal,role
          grant.resource.properties.principalType      => ServicePrincipal
          grant.isInert                                => false
          grant.scope.isCreated                        => true
          grant.role.kind                              => builtIn
          grant.role.isMalformed                       => false
          has(grant.role.near)                         => false
          grant.role.hasDataActionsOf('Microsoft.Search') => true
          grant.role.hasDataActionsOf('Microsoft.CognitiveServices') => false
          grant.principal.isCreated                    => true
          has(grant.principal.isInUse)                 => false
          grant.principal.workloads.map(w, w.name).join(',') => app
          grant.principal.issuers.join(',')            => https://issuer.example
          """)
  void aGrantToAnIdentityHere(String hole, String shown) {
    String bicep =
        estate(
            "guid(srch.id)",
            "worker.properties.principalId",
            "1407120a-92aa-4202-b7e9-c0e197c71c8f");
    assertThat(of("grant: {}", hole, bicep)).isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          grant.services.map(s, s.name).join(',')      => srch
          grant.otherServices.size()                   => 0
          grant.nameVaries                             => true
          grant.isInert                                => …
          grant.role.kind                              => mistyped
          grant.role.near                              => Cognitive Services OpenAI User 5e0bd9bd-7b93-4f28-af87-19fc36ad61bd
          grant.role.isMalformed                       => false
          grant.principal.isCreated                    => true
          grant.principal.workloads.size()             => 1
          """)
  void aGrantOfAServiceToItself(String hole, String shown) {
    String bicep =
        estate("later", "srch.identity.principalId", "5e0bd9bd-7b93-4f28-af87-19fc36ad61be");
    assertThat(of("grant: {}", hole, bicep)).isEqualTo("<" + shown + ">");
  }

  /// A second service of a name of which a part is not known may have that of the first.
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          srch                    => 's${later}' => srch
          docs                    => 's${later}' => s{later}
          resourceGroup()         => 's${later}' => srch, s{later}, oai, {later}/p
          srch                    => 'docs'      => srch
          parent                  => 's${later}' => oai
          """)
  void aScopeThatIsAServiceIsOneOnly(String scope, String name, String shown) {
    String bicep =
        estate(
                    "guid(srch.id)",
                    "worker.properties.principalId",
                    "7ca78c08-252a-4471-8644-bb5ff32d4ba0")
                .replace("scope: srch", "scope: " + scope)
            + """
            resource docs 'Microsoft.Search/searchServices@2025-05-01' = { name: NAME }
            resource parent 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
              name: 'oai'
              kind: 'AIServices'
            }
            resource child 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
              name: '${later}/p'
            }
            """
                .replace("NAME", name);
    String names = "grant.services.filter(s, s.kind != 'x').map(s, s.name).join(', ')";
    assertThat(of("grant: {}", names, bicep)).isEqualTo("<" + shown + ">");
    String others = names.replace("services", "otherServices");
    assertThat(of("grant: {}", others, bicep)).isEqualTo("<" + shown + ">");
    // A message names no service that only may be there; a rule sees it.
    boolean more = shown.equals("oai");
    assertThat(of("grant: {}", "grant.services.exists(s, s.kind == 'project')", bicep))
        .isEqualTo(more ? "<…>" : shown.endsWith("/p") ? "<true>" : "<false>");
    whatIsKnownOfThatOneDecides(bicep);
    // One there is at least.
    assertThat(of("grant: {}", "grant.services.size() > 0", bicep)).isEqualTo("<true>");
    long count = shown.chars().filter(it -> it == ',').count() + 1;
    for (String counted : List.of("grant.services", "grant.services.map(s, 'k')")) {
      assertThat(of("grant: {}", counted + ".size()", bicep))
          .isEqualTo(more ? "<…>" : "<" + count + ">");
    }
  }

  private void whatIsKnownOfThatOneDecides(String bicep) {
    for (String question :
        List.of(
            "!grant.services.exists(s, s.name == 'none')",
            "grant.services.all(s, s.kind != 'none')",
            "grant.services.filter(s, s.kind == 'none').size() == 0")) {
      assertThat(of("grant: {}", question, bicep)).as(question).isEqualTo("<true>");
    }
  }

  @Test
  void aRequestMayLeaveOutForWhomItIs() {
    String bicep =
        estate("guid(srch.id)", "worker.properties.principalId", "x")
            .replace("roleAssignments@2022-04-01", "roleAssignmentScheduleRequests@2022-04-01")
            .replace("'ServicePrincipal'", "null");
    assertThat(of("grant: {}", "grant.isRequest} {grant.principalTypeIsNull", bicep))
        .isEqualTo("<true true>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          keyFlow.function                     => listAdminKeys
          keyFlow.isOurs                       => true
          keyFlow.isKeptSecret                 => false
          keyFlow.target.name                  => srch
          keyFlow.resource.kind                => app
          keyFlow.sink.kind                    => setting
          keyFlow.sink.name                    => SEARCH_KEY
          keyFlow.sink.secure                  => false
          has(keyFlow.value)                   => ***
          """)
  void aKeyTellsItsWay(String hole, String shown) {
    String bicep =
        """
        resource srch 'Microsoft.Search/searchServices@2025-05-01' = { name: 'srch' }
        resource app 'Microsoft.Web/sites@2024-04-01' = {
          name: 'app'
          kind: 'app'
          properties: { siteConfig: { appSettings: [
            { name: 'SEARCH_KEY', value: srch.listAdminKeys().primaryKey }
          ] } }
        }
        """;
    assertThat(of("keyFlow: {}", hole, bicep)).isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          output: {}     | output.name                        => address
          output: {}     | output.secure                      => true
          output: {}     | output.value                       => ***
          moduleCall: {} | moduleCall.reference               => mod.bicep
          moduleCall: {} | moduleCall.arguments.size          => 3
          moduleCall: {} | has(moduleCall.arguments.other)    => false
          script: {}     | script.name                        => fill
          script: {}     | script.kind                        => deploymentScript
          script: {}     | script.commands.map(c, '[' + c + ']').join(',') => [az group list],[az webapp restart -n …],[curl https://{tier}.example]
          """)
  void whatStandsBesideResources(String asked, String shown) {
    new Judged(folder).with("mod.bicep", "param size int\n");
    String bicep =
        """
        param tier string
        @secure()
        output address string = 'here'
        module m 'mod.bicep' = { name: 'm', params: { size: 3 } }
        resource fill 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
          name: 'fill'
          kind: 'AzureCLI'
          properties: {
            azCliVersion: '2.60.0'
            retentionInterval: 'P1D'
            scriptContent: 'az group list\\naz webapp restart -n ${tier}\\ncurl https://${tier}.example'
          }
        }
        """;
    String[] parts = asked.split(" *\\| *");
    assertThat(of(parts[0], parts[1], bicep)).isEqualTo("<" + shown + ">");
  }
}
