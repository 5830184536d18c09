package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Change;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the edit of a fix changes about grants, calls and keys, and how that is called.
final class FixOfAccessTest {
  private static final String ESTATE =
      """
      param far string
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
        properties: { customSubDomainName: 'oai' }
      }
      resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'worker'
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
        properties: { siteConfig: { appSettings: [
          { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com' }
          { name: 'AZURE_CLIENT_ID', value: worker.properties.clientId }
          { name: 'AZURE_CLIENT_SECRET', value: far }
        ] } }
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('x')
        SCOPE
        properties: {
          principalId: worker.properties.principalId
          roleDefinitionId: ROLE
        }
      }
      """;

  private static final String READER =
      "'/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7'";

  @TempDir private Path folder;

  private void offers(String match, String fix, String bicep, String title, String changes) {
    Offered offered = Offered.by(folder, match, fix, bicep);
    assertThat(offered.title() + " | " + offered.changes()).isEqualTo(title + " | " + changes);
  }

  private static String estate(String scope, String role) {
    return ESTATE.replace("SCOPE", scope).replace("ROLE", role);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          set: {grant.role.id: a97b65f3-24c7-4388-baec-2e87135dc908} | set `roleDefinitionId` of the assignment of role 'Reader' for worker on oai to `a97b65f3-24c7-4388-baec-2e87135dc908` (Cognitive Services User) | '/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7' := a97b65f3-24c7-4388-baec-2e87135dc908
          set: {grant.principalType: User} | set `principalType` of the assignment of role 'Reader' for worker on oai to `User` | none: it is not written, and can stand in several places
          set: {grant.resource.properties.principalType: User} | set `properties.principalType` of the assignment of role 'Reader' for worker on oai to `User` | principalType in {} := User
          guid: [grant.resource.name] | make `name` of the assignment of role 'Reader' for worker on oai the guid() of its scope, principal and role | guid for grant
          replace: [{at: grant.principal, from: .principalId, to: .id}] | replace `.principalId` by `.id` in `principalId` of the assignment of role 'Reader' for worker on oai | principalId: worker.properties.principalId with .id for .principalId
          refer: [{at: grant.resource.scope, to: "grant.services[0]", as: scope}] | set `scope` of the assignment of role 'Reader' for worker on oai to 'oai' | scope in {} := oai
          refer: [{at: grant.resource.scope, to: "grant.services[0]", as: id}] | set `scope` of the assignment of role 'Reader' for worker on oai to the id of 'oai' | scope in {} := oai.id
          refer: [{at: grant.resource.scope, to: "grant.services[0]", as: clientId}] | set `scope` of the assignment of role 'Reader' for worker on oai to the client id of 'oai' | none: what it has to refer to is not declared here
          refer: [{at: grant.resource.properties.principalId, to: "grant.services[0]", as: principalId}] | set `properties.principalId` of the assignment of role 'Reader' for worker on oai to the object id of 'oai' | none: what it has to refer to is not declared here
          refer: [{at: grant.resource.scope, to: "grant.services[7]", as: scope}] | set `scope` of the assignment of role 'Reader' for worker on oai to what it is for | none: what it has to refer to is not declared here
          remove: [grant.resource.scope] | remove `scope` of the assignment of role 'Reader' for worker on oai | none: what should go is not written
          remove: [grant.principalType] | remove `principalType` of the assignment of role 'Reader' for worker on oai | none: what should go is not written
          remove: [grant.role] | remove `roleDefinitionId` of the assignment of role 'Reader' for worker on oai | remove roleDefinitionId: '/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7'
          """)
  void aGrantIsChanged(String fix, String title, String changes) {
    offers("grant: {}", fix, estate("", READER), title, changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'Reader' | set `roleDefinitionId` of the assignment of role 'Reader' for worker on oai to `a97b65f3-24c7-4388-baec-2e87135dc908` (Cognitive Services User) | 'Reader' := role a97b65f3
          'acdd72a7-3385-48ef-bd42-f606fba81ae7' | set `roleDefinitionId` of the assignment of role 'Reader' for worker on oai to `a97b65f3-24c7-4388-baec-2e87135dc908` (Cognitive Services User) | 'acdd72a7-3385-48ef-bd42-f606fba81ae7' := role a97b65f3
          '/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7' | set `roleDefinitionId` of the assignment of role 'Reader' for worker on oai to `a97b65f3-24c7-4388-baec-2e87135dc908` (Cognitive Services User) | '/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7' := a97b65f3-24c7-4388-baec-2e87135dc908
          """)
  void aRoleThatIsNoIdBecomesOne(String role, String title, String changes) {
    String fix = "set: {grant.role.id: a97b65f3-24c7-4388-baec-2e87135dc908}";
    offers("grant: {}", fix, estate("scope: oai", role), title, changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          set: {call.host: x} | set `AZURE_OPENAI_ENDPOINT` of 'app' to `x` | 'https://oai.openai.azure.com' := x
          set: {call.url: x} | set `AZURE_OPENAI_ENDPOINT` of 'app' to `x` | 'https://oai.openai.azure.com' := x
          set: {call.clientId: x} | set `AZURE_CLIENT_ID` of 'app' to `x` | none: its value is not known before it is deployed
          set: {call.audience: x} | set `audience` of 'app' to `x` | none: it is not written, and can stand in several places
          set: {call.resource.kind: x} | set `kind` of 'app' to `x` | kind in {} := x
          set: {call.workload.identity: {type: SystemAssigned}} | set `identity` of 'app' to `{type: SystemAssigned}` | {} := createObject('type', 'SystemAssigned')
          set: {call.settings.clientSecret: x} | set `AZURE_CLIENT_SECRET` of 'app' to `x` | value: far := x
          set: {call.target: x} | set `target` of 'app' to `x` | value: 'https://oai.openai.azure.com' := x
          remove: [call.settings.clientSecret] | remove `AZURE_CLIENT_SECRET` of 'app' | remove value: far
          remove: [call.clientId] | remove `AZURE_CLIENT_ID` of 'app' | remove value: worker.properties.clientId
          setting: [{beside: call.host, name: NAME, to: call.identity, as: clientId}] | set `NAME` of 'app' to the client id of 'worker' | NAME := worker.properties.clientId beside value: 'https://oai.openai.azure.com'
          setting: [{beside: call.host, name: '', to: call.identity, as: clientId}] | set `` of 'app' to the client id of 'worker' | none: what it has to refer to is not declared here
          setting: [{beside: call.audience, name: NAME, to: call.identity, as: principalId}] | set `NAME` of 'app' to the object id of 'worker' | NAME := worker.properties.principalId beside value: 'https://oai.openai.azure.com'
          setting: [{beside: call.host, name: NAME, to: call.target, as: clientId}] | set `NAME` of 'app' to the client id of 'oai' | none: what it has to refer to is not declared here
          assign: [{role: a97b65f3-24c7-4388-baec-2e87135dc908, to: call.identity, at: call.target}] | assign Cognitive Services User on 'oai' to 'worker' | assign Cognitive Services User (a97b65f3) to worker.properties.principalId at oai
          assign: [{role: a97b65f3-24c7-4388-baec-2e87135dc909, to: call.identity, at: call.target}] | assign … on 'oai' to 'worker' | none: what it has to refer to is not declared here
          assign: [{role: a97b65f3-24c7-4388-baec-2e87135dc908, to: call.target, at: call.target}] | assign Cognitive Services User on 'oai' to 'oai' | none: what it has to refer to is not declared here
          refer: [{at: call.clientId, to: call.identity, as: clientId}] | set `AZURE_CLIENT_ID` of 'app' to the client id of 'worker' | value: worker.properties.clientId := worker.properties.clientId
          refer: [{at: call.clientId, to: call.identity, as: id}] | set `AZURE_CLIENT_ID` of 'app' to the id of 'worker' | value: worker.properties.clientId := worker.id
          behind: [{at: call.host, text: <a/>}] | write `<a/>` behind the element in 'app' | <a/> behind value: 'https://oai.openai.azure.com'
          behind: [{at: call.host, text: ''}] | write `` behind the element in 'app' | none: what it has to be is not known
          """)
  void aCallIsChanged(String fix, String title, String changes) {
    offers("call: {}", fix, estate("", READER), title, changes);
  }

  private static final String VARIABLES =
      "{name: nobody, expression: 'call.otherIdentities.filter(i, false)'},"
          + " {name: far, expression: call.clientId},"
          + " {name: word, expression: \"'x'\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refer: [{at: variables.word, to: call.identity, as: clientId}] | none: nothing says where it is written
          refer: [{at: variables.far, to: call.identity, as: clientId}] | none: what it is about is not known
          refer: [{at: "variables.nobody[0].name", to: call.identity, as: id}] | none: what it is about is not known
          refer: [{at: call.settings.clientSecret, to: call.identity, as: id}] | value: far := worker.id
          setting: [{beside: variables.word, name: NAME, to: call.identity, as: clientId}] | none: what it has to refer to is not declared here
          """)
  void whatAVariableLeadsToMayNotBeKnown(String fix, String changes) {
    Offered offered = Offered.by(folder, "call: {}", VARIABLES, fix, estate("", READER));
    assertThat(offered.changes()).isEqualTo(changes);
  }

  /// What people call the role is written behind it, and changes with it.
  @Test
  void theNameOfARoleChangesWithIt() {
    Offered offered =
        Offered.by(
            folder,
            "grant: {}",
            "set: {grant.role.id: a97b65f3-24c7-4388-baec-2e87135dc908}",
            estate("scope: oai", READER));
    assertThat(offered.fix().changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Commented.class,
            it -> {
              assertThat(it.from()).isEqualTo("Reader");
              assertThat(it.to()).isEqualTo("Cognitive Services User");
            });
    Offered unknown =
        Offered.by(folder, "grant: {}", "set: {grant.role.id: x}", estate("scope: oai", READER));
    assertThat(unknown.fix().changes()).singleElement().isInstanceOf(Change.Write.class);
  }

  /// A module takes a name, too.
  @Test
  void theRoleOfAModuleIsText() {
    String bicep =
        """
        module oai 'br/public:avm/res/cognitive-services/account:0.13.0' = {
          name: 'oai'
          params: {
            name: 'oai'
            kind: 'OpenAI'
            roleAssignments: [ { principalId: '00000000-0000-0000-0000-000000000001', roleDefinitionIdOrName: 'Reader' } ]
          }
        }
        """;
    String fix = "set: {grant.role.id: a97b65f3-24c7-4388-baec-2e87135dc908}";
    assertThat(Offered.by(folder, "grant: {}", fix, bicep).changes())
        .isEqualTo("'Reader' := a97b65f3-24c7-4388-baec-2e87135dc908");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "keyFlow: {}, when: keyFlow.sink.kind == 'output'" | remove: [keyFlow.resource] | remove output 'key' | none: what should go is not written
          keyFlow: {} | remove: [keyFlow.resource] | remove 'app' | remove app
          keyFlow: {} | remove: [keyFlow.resource.tags] | remove `tags` of 'app' | none: what should go is not written
          keyFlow: {} | remove: [keyFlow.value] | remove setting 'KEY' of app | remove value: oai.listKeys().key1
          keyFlow: {} | remove: [keyFlow.sink.name] | remove setting 'KEY' of app | remove value: oai.listKeys().key1
          keyFlow: {} | secure: [keyFlow.sink.secure] | make setting 'KEY' of app secure | secure value: oai.listKeys().key1
          "keyFlow: {}, when: keyFlow.sink.kind == 'output'" | secure: [keyFlow.sink.secure] | make output 'key' secure | secure output key string = oai.listKeys().key1
          "keyFlow: {}, when: keyFlow.sink.kind == 'argument'" | secure: [keyFlow.sink.secure] | make parameter 'key' secure | secure param key string
          output: {} | secure: [output.secure] | make `secure` of output 'key' secure | secure output key string = oai.listKeys().key1
          output: {} | remove: [output.value] | remove `value` of output 'key' | remove output key string = oai.listKeys().key1
          moduleCall: {} | remove: [moduleCall.arguments.key] | remove `key` of module 'm' | remove key: oai.listKeys().key1
          moduleCall: {} | set: {moduleCall.arguments.key: x} | set `key` of module 'm' to `x` | none: its value is not known before it is deployed
          workload: {} | set: {workload.identity: {type: SystemAssigned}} | set `identity` of 'oai' to `{type: SystemAssigned}` | identity in oai := createObject('type', 'SystemAssigned')
          """)
  void aKeyIsTakenAway(String match, String fix, String title, String changes) {
    new Judged(folder).with("mod.bicep", "param key string\n");
    String keys =
        Judged.COPIED_KEY
            + """
            output key string = oai.listKeys().key1
            module m 'mod.bicep' = { name: 'm', params: { key: oai.listKeys().key1 } }
            """;
    offers(match.replace("\"", ""), fix, keys, title, changes);
  }
}
