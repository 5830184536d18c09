package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What verified modules make and give out that are not here.
class KnownModulesTest {
  private static final String MODULES =
      """
      param off bool
      module id 'br/public:avm/res/managed-identity/user-assigned-identity:0.4.0' = {
        params: { name: 'own' }
      }
      module ai 'br/public:avm/res/cognitive-services/account:0.13.0' = {
        params: { name: 'oai', kind: 'OpenAI', disableLocalAuth: true, customSubDomainName: 'sub'
          managedIdentities: { systemAssigned: true } }
      }
      module docs 'br/public:avm/res/search/search-service:0.11.0' = {
        params: { name: 'docs', disableLocalAuth: false, authOptions: { apiKeyOnly: {} } }
      }
      module web 'br/public:avm/res/web/site:0.15.0' = {
        params: { name: 'chat' }
      }
      module other 'br/public:avm/res/web/site-other:0.15.0' = {
        params: { name: 'chat' }
      }
      resource probe 'Test.Probe/probes@2025-01-01' = {
        name: 'probe'
        properties: { it: VALUE }
      }
      """;

  @TempDir private Path folder;
  private String written = MODULES;

  private Estate known() throws IOException {
    return KnownModules.in(new Templates(write()).estate("main.bicep"));
  }

  private Resource resource(String name) throws IOException {
    return known().resources().stream()
        .filter(it -> NormalForm.plain(it.name()).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String show(Resource resource, String... path) {
    return Bodies.at(resource, path)
        .map(Property::value)
        .map(NormalForm::plain)
        .map(it -> it.startsWith("module ") || it.contains(".outputs.") ? "?" : it)
        .orElse("-");
  }

  private static String id(String provider, String name) {
    return "format('{0}/providers/" + provider + "/" + name + "', resourceGroup().id)";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "id.outputs.name          | own",
        "ai.outputs.NAME          | oai",
        "id.outputs.principalId   | reference(IDENTITY, '2024-11-30').principalId",
        "id.outputs.clientId      | reference(IDENTITY, '2024-11-30').clientId",
        "ai.outputs.endpoint      | reference(ACCOUNT, '2025-06-01').endpoint",
        "ai.outputs.principalId   | ?",
        "ai.outputs.systemAssignedMIPrincipalId | reference(ACCOUNT, '2025-06-01',"
            + " 'full').identity.principalId",
        "web.outputs.resourceId   | SITE",
        "id.outputs.other         | ?",
        "other.outputs.name       | ?",
        "'fixed'                  | fixed",
        "[id.outputs.name, off]   | createArray('own', parameters('off'))",
        "{ a: id.outputs.name }   | createObject('a', 'own')",
        "'${id.outputs.name}-${ai.outputs.name}' | own-oai",
        "'${id.outputs.name}-${off}' | format('own-{0}', parameters('off'))",
        "toUpper(id.outputs.name) | toUpper('own')",
        "off ? id.outputs.name : 'x' | if(parameters('off'), 'own', 'x')",
      })
  void outputsAreWhatTheArgumentsSay(String value, String shown) throws IOException {
    written = MODULES.replace("VALUE", value);
    String expected =
        shown
            .replace("IDENTITY", id("Microsoft.ManagedIdentity/userAssignedIdentities", "own"))
            .replace("ACCOUNT", id("Microsoft.CognitiveServices/accounts", "oai"))
            .replace("SITE", id("Microsoft.Web/sites", "chat"));
    assertThat(show(resource("probe"), "properties", "it").replace(" ", ""))
        .isEqualTo(expected.replace(" ", ""));
  }

  private Path write() throws IOException {
    Files.writeString(folder.resolve("main.bicep"), written);
    return folder;
  }

  @Test
  void accountsServicesAndIdentitiesAreMade() throws IOException {
    written = MODULES.replace("VALUE", "'x'");
    assertThat(known().resources())
        .extracting(
            it -> it.type().name() + " " + NormalForm.plain(it.name()) + " " + it.apiVersion())
        .containsExactly(
            "Test.Probe/probes probe 2025-01-01",
            "Microsoft.ManagedIdentity/userAssignedIdentities own 2024-11-30",
            "Microsoft.CognitiveServices/accounts oai 2025-06-01",
            "Microsoft.Search/searchServices docs 2025-05-01");
    Resource account = resource("oai");
    assertThat(show(account, "kind")).isEqualTo("OpenAI");
    assertThat(show(account, "properties", "disableLocalAuth")).isEqualTo("true()");
    assertThat(show(account, "properties", "customSubDomainName")).isEqualTo("sub");
    assertThat(show(account, "identity", "type")).isEqualTo("SystemAssigned");
    assertThat(account.existing()).isFalse();
    assertThat(account.body().properties().isOpen()).isTrue();
    Resource search = resource("docs");
    assertThat(show(search, "properties", "authOptions")).contains("apiKeyOnly");
    assertThat(show(search, "properties", "disableLocalAuth")).isEqualTo("false()");
    assertThat(show(search, "identity")).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({"true, ?", "off, ?"})
  void theOptionsOfSigningInCountOnlyWhereKeysAreOn(String off, String options) throws IOException {
    written =
        MODULES
            .replace("VALUE", "'x'")
            .replace("disableLocalAuth: false", "disableLocalAuth: " + off);
    assertThat(show(resource("docs"), "properties", "authOptions")).isEqualTo(options);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{ systemAssigned: false }                                 | None",
        "{}                                                        | None",
        "{ userAssignedResourceIds: ['/a'] }                       | UserAssigned"
            + " createObject('/a', createObject())",
        "{ systemAssigned: true, userAssignedResourceIds: ['/a'] } | SystemAssigned, UserAssigned"
            + " createObject('/a', createObject())",
        "{ userAssignedResourceIds: [any(off)] }                   | UserAssigned"
            + " createObject(parameters('off'), createObject())",
        "{ systemAssigned: off }                                   | ? ?",
        "{ userAssignedResourceIds: any(off) }                     | ? ?",
        "any(off)                                                  | ? ?",
      })
  void theIdentitiesOfAModuleAreItsArgument(String identities, String shown) throws IOException {
    written = MODULES.replace("VALUE", "'x'").replace("{ systemAssigned: true }", identities);
    Resource account = resource("oai");
    String all =
        show(account, "identity", "type")
            + " "
            + show(account, "identity", "userAssignedIdentities");
    assertThat(all.replace(" -", "")).isEqualTo(shown);
  }

  @Test
  void anEstateWithoutSuchModulesIsLeftAlone() throws IOException {
    written = "resource a 'Microsoft.Web/sites@2024-04-01' = {\n  name: 'a'\n}\n";
    Estate before = new Templates(write()).estate("main.bicep");
    assertThat(KnownModules.in(before)).isSameAs(before);
    assertThat(List.of(before.resources())).isNotEmpty();
  }

  @Test
  void aResourceThatUsesNoOutputIsTheVerySame() throws IOException {
    written =
        MODULES.replace("VALUE", "['x', id.outputs.name]")
            + """
            resource plain 'Test.Probe/probes@2025-01-01' = {
              name: 'plain'
              properties: {
                list: [off, 'x']
                upper: toUpper(string(off))
                text: 'x-${off}'
                tag: resourceGroup().tags[string(off)]
                number: 7
              }
            }
            """;
    Estate before = new Templates(write()).estate("main.bicep");
    List<Resource> after = KnownModules.in(before).resources();
    assertThat(after.get(1)).isSameAs(before.resources().get(1));
    assertThat(after.getFirst()).isNotSameAs(before.resources().getFirst());
    assertThat(show(after.getFirst(), "properties", "it")).isEqualTo("createArray('x', 'own')");
  }
}
