package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Shown;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where keys arrive, and what the place is called.
class KeyPlacesTest {
  private static List<String> flows(String type, String name, String body) {
    String json =
        """
        [{"as": "oai", "type": "Microsoft.CognitiveServices/accounts", "name": "oai", "kind": "OpenAI"},
         {"as": "blobs", "type": "Microsoft.Storage/storageAccounts", "name": "blobs"},
         {"type": "TYPE", "name": "NAME", BODY}]
        """;
    String key = "{\"$access\": [{\"$listKeys\": [\"${oai.id}\", \"2025-06-01\"]}, \"key1\"]}";
    return Estates.graph(
            json.replace("TYPE", type)
                .replace("NAME", name)
                .replace("BODY", body)
                .replace("OTHER", key.replace("oai", "blobs"))
                .replace("KEY!", key))
        .keyFlows()
        .stream()
        .map(it ->
            it.sink().kind().word()
                + " "
                + Shown.text(it.sink().name())
                + (it.sink().secure().isTrue() ? " secure" : "")
                + (it.function().isPresent() ? "" : " written"))
        .toList();
  }

  private static List<String> shown(String all) {
    return all.equals("-") ? List.of() : List.of(all.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"K\": KEY!}                                                    | setting K",
        "{\"K\": OTHER}                                                   | -",
        "{\"AZURE_OPENAI_KEY\": \"x\"}                                    | setting"
            + " AZURE_OPENAI_KEY written",
        "{\"AZURE_OPENAI_KEY\": \"${param.x}\"}                           | setting"
            + " AZURE_OPENAI_KEY written",
        "{\"AZURE_OPENAI_KEY\": 7}                                        | -",
        "{\"AZURE_OPENAI_KEY\": null}                                     | -",
        "{\"AZURE_OPENAI_ENDPOINT\": \"x\"}                               | -",
        "{\"A\": {\"$concat\": [\"x\", KEY!]}}                            | setting A",
        "{\"A\": {\"AZURE_OPENAI_KEY\": \"x\"}}                           | setting"
            + " AZURE_OPENAI_KEY written",
        "{\"A\": {\"value\": KEY!}}                                       | setting A",
        "{\"$union\": [{\"A\": KEY!}, {\"B\": KEY!}]}                     | setting A, setting B",
        "{\"$if\": [\"${param.x}\", {\"A\": KEY!}, {}]}                   | setting A",
        "{\"$if\": [KEY!, {\"A\": \"x\"}, {\"B\": \"y\"}]}                | -",
        "{\"$coalesce\": [{\"$if\": [true, {\"A\": KEY!}, {}]}, \"${param.x}\"]} | setting A",
        "{\"$items\": [{\"A\": KEY!}]}                                   | setting properties",
        "{\"OPENAI_KEY\": {\"$concat\": [\"x\", KEY!]}}                  | setting OPENAI_KEY",
        "{\"$toLower\": [KEY!]}                                           | setting properties",
      })
  void theSettingsOfASiteAreAnObject(String properties, String shown) {
    assertThat(
            flows("Microsoft.Web/sites/config", "app/appsettings", "\"properties\": " + properties))
        .isEqualTo(shown(shown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"name\": \"K\", \"value\": KEY!}                               | setting K",
        "{\"name\": \"K\", \"secureValue\": KEY!}                         | setting K secure",
        "{\"name\": \"K\", \"connectionString\": KEY!}                    | setting K",
        "{\"name\": \"${param.n}\", \"value\": KEY!}                      | setting {n}",
        "{\"name\": \"OPENAI_KEY\", \"value\": \"x\"}                     | setting OPENAI_KEY"
            + " written",
        "{\"name\": \"OPENAI_KEY\", \"type\": \"x\", \"value\": 7}        | -",
        "{\"name\": \"OPENAI_KEY\", \"secretRef\": \"x\"}                 | -",
        "{\"name\": \"OPENAI_KEY\", \"keyVaultUrl\": \"x\"}               | -",
        "{\"name\": \"OPENAI_KEY\", \"slot\": KEY!}                       | setting slot",
        "{\"value\": KEY!}                                                | setting appSettings",
      })
  void anItemHasItsOwnName(String item, String shown) {
    assertThat(
            flows(
                "Microsoft.Web/sites",
                "app",
                "\"properties\": {\"siteConfig\": {\"appSettings\": [" + item + "]}}"))
        .isEqualTo(shown(shown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Microsoft.App/jobs | j | \"properties\": {\"configuration\": {\"secrets\": [{\"name\":"
            + " \"s\", \"value\": KEY!}]}} | setting s secure",
        "Microsoft.App/jobs | j | \"properties\": {\"template\": {\"containers\": [{\"env\":"
            + " [{\"name\": \"s\", \"value\": KEY!}]}]}} | setting s",
        "Microsoft.ContainerInstance/containerGroups | g | \"properties\": {\"initContainers\":"
            + " [{\"properties\": {\"environmentVariables\": [{\"name\": \"s\", \"value\":"
            + " KEY!}]}}]} | setting s",
        "Microsoft.KeyVault/vaults/secrets | kv/openai | \"properties\": {\"value\": KEY!} | secret"
            + " openai secure",
        "Microsoft.KeyVault/vaults/secrets | kv/openai | \"existing\": true, \"properties\":"
            + " {\"value\": KEY!} | -",
        "Microsoft.Web/connections | c | \"properties\": {\"parameterValues\": {\"apiKey\": KEY!}}"
            + " | connection c",
        "Microsoft.ApiManagement/service/namedValues | gw/k | \"properties\": {\"value\": KEY!,"
            + " \"secret\": true} | namedValue k secure",
        "Microsoft.ApiManagement/service/namedValues | gw/k | \"properties\": {\"value\": KEY!,"
            + " \"secret\": false} | namedValue k",
        "Microsoft.ApiManagement/service/backends | gw/b | \"properties\": {\"credentials\":"
            + " {\"header\": {\"api-key\": [KEY!]}}} | backend api-key",
        "Microsoft.Resources/deploymentScripts | s | \"properties\": {\"arguments\": KEY!} | script"
            + " arguments",
        "Microsoft.Web/sites | app | \"tags\": {\"t\": KEY!} | other t",
        "Microsoft.Web/sites | app | \"properties\": {\"siteConfig\": {\"appCommandLine\": KEY!}} |"
            + " other appCommandLine",
        "Microsoft.Web/staticSites/config | app/appsettings | \"properties\": {\"K\": KEY!} |"
            + " setting K",
        "Contoso.Some/things | t | \"properties\": {\"a\": {\"b\": KEY!}} | other b",
      })
  void eachPlaceIsOfAKind(String type, String name, String body, String shown) {
    assertThat(flows(type, name, body)).isEqualTo(shown(shown));
  }
}
