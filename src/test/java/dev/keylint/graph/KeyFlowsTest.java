package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Answer;
import dev.keylint.value.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFlowsTest {
  private static final String ACCOUNT =
      """
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
        properties: {}
      }
      """;

  private static final String KEYS =
      """
      param name string
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
        name: name
      }
      output endpoint string = oai.properties.endpoint
      output key string = oai.listKeys().key1
      @secure()
      output hidden string = oai.listKeys().key1
      """;

  private static final String APP =
      """
      param settings object
      @secure()
      param key string
      param endpoint string
      module inner 'site.bicep' = {
        params: { settings: union(settings, { KEY: key, ENDPOINT: endpoint }) }
      }
      """;

  private static final String SITE =
      """
      param settings object
      resource site 'Microsoft.Web/sites@2024-04-01' = {
        name: 'chat'
        properties: { siteConfig: { appSettings: [for it in items(settings): {
          name: it.key
          value: it.value
        }] } }
      }
      """;

  private static final String PLACES =
      ACCOUNT
          + """
          var key = oai.listKeys().key1
          resource secret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
            name: 'kv/openai'
            properties: { value: key }
          }
          resource connection 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
            parent: oai
            name: 'self'
            properties: { category: 'AzureOpenAI', authType: 'ApiKey', credentials: { key: key } }
          }
          resource named 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = {
            name: 'apim/openai-key'
            properties: { displayName: 'openai-key', secret: true, value: key }
          }
          resource open 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = {
            name: 'apim/open-key'
            properties: { displayName: 'open-key', value: key }
          }
          resource backend 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
            name: 'apim/openai'
            properties: { url: 'https://x', protocol: 'http', credentials: { header: { 'api-key': [key] } } }
          }
          resource script 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
            name: 'index'
            kind: 'AzureCLI'
            properties: { environmentVariables: [{ name: 'KEY', secureValue: key }], scriptContent: 'x' }
          }
          resource site 'Microsoft.Web/sites@2024-04-01' = {
            name: 'chat'
            tags: { key: key }
            properties: { siteConfig: { appSettings: [{ name: 'K', value: key }], appCommandLine: key } }
          }
          """;

  @TempDir Path folder;

  private List<String> flows(String main) throws IOException {
    return graph(main).keyFlows().stream().map(KeyFlowsTest::line).toList();
  }

  private AccessGraph graph(String main) throws IOException {
    write("main.bicep", main);
    return new Templates(folder).graph("main.bicep");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static String line(KeyFlow flow) {
    String secure =
        switch (flow.sink().secure()) {
          case Answer.Known(var holds) -> holds ? " secure" : "";
          case Answer.Open _ -> " perhaps secure";
        };
    String open = flow.relevant().isTrue() ? "" : " perhaps";
    return flow.sink().kind().word()
        + " "
        + Shown.text(flow.sink().name())
        + secure
        + flow.function().map(it -> " " + Shown.text(it)).orElse("")
        + flow.target().map(it -> " of " + Shown.text(it.name())).orElse("")
        + open;
  }

  @Test
  void aKeyIsFollowedThroughTwoLevelsOfModules() throws IOException {
    write("keys.bicep", KEYS);
    write("app.bicep", APP);
    write("site.bicep", SITE);
    assertThat(
            flows(
                ACCOUNT
                    + """
                    module keys 'keys.bicep' = {
                      params: { name: oai.name }
                    }
                    module app 'app.bicep' = {
                      params: {
                        key: keys.outputs.key
                        endpoint: keys.outputs.endpoint
                        settings: { OTHER: 'x' }
                      }
                    }
                    output again string = keys.outputs.key
                    """))
        .containsExactly(
            "setting KEY listKeys of oai",
            "output again listKeys of oai",
            "output key listKeys of oai",
            "output hidden secure listKeys of oai",
            "argument key secure listKeys of oai",
            "argument settings listKeys of oai");
  }

  @Test
  void noKeyHidesBehindThoseOfOtherServices() throws IOException {
    assertThat(flows(ACCOUNT + output(99))).containsExactly("output key listKeys of oai");
  }

  @Test
  void ofMoreKeysThanAreToldApartItIsOpenWhetherOneIsOurs() throws IOException {
    assertThat(flows(ACCOUNT + output(100))).containsExactly("output key … perhaps");
  }

  private static String output(int others) {
    String keys =
        IntStream.range(0, others)
            .mapToObj(i ->
                "${listKeys(resourceId('Microsoft.Storage/storageAccounts', 's%d'), '2024-01-01').keys[0].value}"
                    .formatted(i))
            .collect(Collectors.joining());
    return "output key string = '" + keys + "${oai.listKeys().key1}'\n";
  }

  @Test
  void theArgumentsOfAModuleThatIsNotHereAreFollowed() throws IOException {
    assertThat(
            flows(
                ACCOUNT
                    + """
                    module app 'br/public:avm/res/web/site:0.15.0' = {
                      params: {
                        name: 'chat'
                        appSettingsKeyValuePairs: { KEY: oai.listKeys().key1 }
                        tags: { AZURE_OPENAI_KEY: 'x' }
                      }
                    }
                    module api 'br:mcr.microsoft.com/bicep/avm/res/app/container-app:0.19.0' = {
                      params: {
                        containers: [{ env: [
                          { name: 'AZURE_SEARCH_KEY', value: 'x' }
                          { name: 'AZURE_OPENAI_KEY', secretRef: 'openai-key' }
                        ] }]
                        secrets: [{ name: 'openai-key', keyVaultUrl: 'https://x' }]
                      }
                    }
                    module kv 'br/public:avm/res/key-vault/vault:0.13.0' = {
                      params: { secrets: [{ name: 'a', value: oai.listKeys().key1 }] }
                    }
                    module other 'br/public:avm/res/web/site-other:0.1.0' = {
                      params: { appSettingsKeyValuePairs: { AZURE_OPENAI_KEY: 'x' } }
                    }
                    """))
        .containsExactly(
            "argument appSettingsKeyValuePairs perhaps secure listKeys of oai",
            "setting KEY listKeys of oai",
            "setting AZURE_SEARCH_KEY",
            "argument secrets perhaps secure listKeys of oai",
            "secret a secure listKeys of oai");
  }

  @Test
  void whatAMissingModuleGivesForAKeyIsOpen() throws IOException {
    assertThat(
            flows(
                """
                module ai 'br/public:avm/res/cognitive-services/account:0.9.0' = {
                  params: { name: 'oai', kind: 'OpenAI' }
                }
                resource site 'Microsoft.Web/sites/config@2024-04-01' = {
                  name: 'chat/appsettings'
                  properties: {
                    AZURE_OPENAI_ENDPOINT: ai.outputs.endpoint
                    AZURE_OPENAI_KEY: ai.outputs.key
                  }
                }
                """))
        .containsExactly("setting AZURE_OPENAI_KEY … perhaps");
  }

  @Test
  void placesAreToldApart() throws IOException {
    assertThat(flows(PLACES))
        .containsExactly(
            "secret openai secure listKeys of oai",
            "connection self listKeys of oai",
            "namedValue openai-key secure listKeys of oai",
            "namedValue open-key listKeys of oai",
            "backend api-key listKeys of oai",
            "script KEY secure listKeys of oai",
            "setting K listKeys of oai",
            "other key listKeys of oai",
            "other appCommandLine listKeys of oai");
  }

  /// The application reads the vault itself.
  @Test
  void theNameOfASecretIsNoKey() throws IOException {
    String app =
        """
        resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
          name: 'kv'
          resource kept 'secrets' existing = { name: 'search-key' }
        }
        resource app 'Microsoft.Web/sites@2024-04-01' = {
          name: 'app'
          properties: { siteConfig: { appSettings: [
            { name: 'AZURE_SEARCH_KEY', value: VALUE }
          ] } }
        }
        """;
    assertThat(flows(app.replace("VALUE", "vault::kept.name"))).isEmpty();
    assertThat(flows(app.replace("VALUE", "'Search-Key'"))).isEmpty();
    assertThat(flows(app.replace("VALUE", "'other-key'"))).hasSize(1);
  }

  @Test
  void manyKeysOfOtherServicesHideNone() throws IOException {
    assertThat(
            flows(
                ACCOUNT
                    + """
                    resource stores 'Microsoft.Storage/storageAccounts@2024-01-01' existing = [for i in range(0, 9): {
                      name: 'st${i}'
                    }]
                    var others = [for i in range(0, 9): stores[i].listKeys().keys[0].value]
                    output all array = concat(others, [oai.listKeys().key1])
                    """))
        .containsExactly("output all listKeys of oai");
  }

  @Test
  void anAccountThatServesModelsIsToldByWhatIsDeployedInIt() throws IOException {
    String account =
        """
        resource old 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
          name: 'old'
        }
        output key string = old.listKeys().key1
        """;
    assertThat(flows(account)).containsExactly("output key listKeys of old perhaps");
    assertThat(
            flows(
                account
                    + """
                    resource gpt 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01' = {
                      parent: old
                      name: 'gpt'
                      properties: {}
                    }
                    """))
        .containsExactly("output key listKeys of old");
  }

  /// Its own kind says more than what is deployed in it.
  @Test
  void theKindOfADeclaredAccountIsAskedAllTheSame() throws IOException {
    assertThat(
            flows(
                """
                param kind string
                resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
                  name: 'oai'
                  kind: kind
                  properties: {}
                }
                resource gpt 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01' = {
                  parent: oai
                  name: 'gpt'
                  properties: {}
                }
                output key string = oai.listKeys().key1
                """))
        .containsExactly("output key listKeys of oai perhaps");
  }

  @Test
  void settingsWithTheNameOfAKeyCountWhateverTheyHold() throws IOException {
    assertThat(
            flows(
                """
                resource app 'Microsoft.App/containerApps@2025-01-01' = {
                  name: 'api'
                  properties: {
                    configuration: { secrets: [{ name: 'openai-api-key', value: 'x' }, { name: 'search-key', keyVaultUrl: 'y' }] }
                    template: { containers: [{ env: [
                      { name: 'AZURE_SEARCH_KEY', value: 'x' }
                      { name: 'AZURE_OPENAI_KEY', secretRef: 'openai-api-key' }
                      { name: 'AZURE_SEARCH_INDEX_KEY', value: 'id' }
                      { name: 'USE_OPENAI_KEY', value: true }
                      { name: 'STRIPE_API_KEY', value: 'x' }
                    ] }] }
                  }
                }
                """))
        .containsExactly("setting AZURE_SEARCH_KEY", "setting openai-api-key secure");
  }
}
