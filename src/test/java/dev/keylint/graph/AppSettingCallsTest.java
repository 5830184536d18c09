package dev.keylint.graph;

import static dev.keylint.graph.Estates.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the settings of one app say together.
class AppSettingCallsTest {
  private static final String APP =
      """
      {"type": "Microsoft.Web/sites", "name": "app", "identity": {"type": "SystemAssigned"},
       "properties": {"siteConfig": {"appSettings": {SETTINGS}}}}
      """;

  private static List<Call> app(String settings) {
    return Estates.graph("[" + APP.replace("SETTINGS", settings) + "]").calls();
  }

  private static String show(Call call) {
    return String.join(
        " ",
        text(call.host().value()),
        text(call.credential().value()),
        call.clientId().map(it -> text(it.value())).orElse("-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"AZURE_CLIENT_ID\": \"c\"                              | managed-identity c",
        "\"AZURE_CLIENT_ID\": null                               | managed-identity -",
        "\"SEARCH__clientId\": \"d\", \"AZURE_CLIENT_ID\": \"c\" | managed-identity d",
        "\"SEARCH__clientId\": null, \"AZURE_CLIENT_ID\": \"c\"  | managed-identity -",
        "\"SEARCH_KEY\": \"k\"                                   | key -",
        "\"SEARCH_KEY\": \"\"                                    | managed-identity -",
        "\"SEARCH_KEY\": null                                    | managed-identity -",
      })
  void whatIsSetToNothingIsNone(String more, String shown) {
    assertThat(app("\"SEARCH__endpoint\": \"https://docs.search.windows.net\", " + more))
        .extracting(AppSettingCallsTest::show)
        .containsExactly("docs.search.windows.net " + shown);
  }

  @ParameterizedTest
  @CsvSource({
    "SPEECH_ENDPOINT, SPEECH_KEY,              key",
    "SPEECH_ENDPOINT, AZURE_SEARCH_SPEECH_KEY, managed-identity",
    "SPEECH_ENDPOINT, VISION_KEY,              managed-identity",
  })
  void aKeyOfAnotherServiceIsNotAkin(String endpoint, String key, String credential) {
    assertThat(
            app(
                "\""
                    + endpoint
                    + "\": \"https://a.cognitiveservices.azure.com\", \""
                    + key
                    + "\": \"k\""))
        .extracting(AppSettingCallsTest::show)
        .containsExactly("a.cognitiveservices.azure.com " + credential + " -");
  }

  @ParameterizedTest
  @CsvSource({
    "AZURE_SEARCH_SERVICE, ${param.x},              1",
    "AZURE_SEARCH_SERVICE, ${param.x}-docs,         1",
    "AZURE_SEARCH_SERVICE, ${param.x}.example.org,  0",
    "AZURE_SEARCH_SERVICE, docs_1,                  0",
    "AZURE_SEARCH_SERVICE, d,                       0",
  })
  void aBareNameHasNoDot(String name, String value, int calls) {
    assertThat(app("\"" + name + "\": \"" + value + "\"")).hasSize(calls);
  }

  private static String endpoints(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "https://a" + i + ".openai.azure.com")
        .collect(Collectors.joining(",", "\"ALL\": \"", "\""));
  }

  @Test
  void ofAGreatManyEndpointsNothingIsKnown() {
    assertThat(app(endpoints(200))).hasSize(200).allMatch(it -> it.source() == Source.SETTING);
    assertThat(app(endpoints(201)))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.source()).isEqualTo(Source.UNREAD);
          assertThat(show(it)).isEqualTo("? ? -");
          assertThat(text(it.audience().orElseThrow().value())).isEqualTo("?");
          assertThat(it.host().evidence().name()).isEqualTo("ALL");
          assertThat(it.workload().map(by -> text(by.name()))).contains("app");
        });
  }

  private static List<String> onYourData(String source) {
    return Estates.graph(
            "["
                + """
                {"type": "Microsoft.CognitiveServices/accounts", "name": "oai", "kind": "OpenAI",
                 "properties": {"customSubDomainName": "oai"}},
                """
                + APP.replace(
                    "SETTINGS",
                    """
                    "DATASOURCE_TYPE": "IT",
                    "AZURE_SEARCH_ENDPOINT": "https://docs.search.windows.net",
                    "AZURE_OPENAI_ENDPOINT": "https://oai.openai.azure.com"
                    """
                        .replace("IT", source))
                + "]")
        .calls()
        .stream()
        .map(it ->
            it.workload().map(by -> text(by.name())).orElse("-")
                + " "
                + it.source().name()
                + " "
                + text(it.host().value()))
        .toList();
  }

  @Test
  void theModelLooksThingsUpItself() {
    String model = "app SETTING oai.openai.azure.com";
    assertThat(onYourData("AzureCognitiveSearch"))
        .containsExactlyInAnyOrder("oai ON_YOUR_DATA docs.search.windows.net", model);
    assertThat(onYourData("AZUREAISEARCH"))
        .containsExactlyInAnyOrder("oai ON_YOUR_DATA docs.search.windows.net", model);
    assertThat(onYourData("Elasticsearch"))
        .containsExactlyInAnyOrder("app SETTING docs.search.windows.net", model);
  }
}
