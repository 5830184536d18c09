package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a call is for.
class PurposeTest {
  private static final String SITE =
      """
      [{"type": "Microsoft.Web/sites", "name": "app", "identity": {"type": "SystemAssigned"},
        "properties": {"siteConfig": {"appSettings": {"NAME": "VALUE"}}}}]
      """;

  @ParameterizedTest
  @CsvSource({
    "AZURE_OPENAI_ENDPOINT,     https://a.openai.azure.com/,                          inference",
    "AZURE_OPENAI_ENDPOINT,     https://a.cognitiveservices.azure.com/openai/v1/,     inference",
    "MODEL_URL,                 https://a.services.ai.azure.com/models,               inference",
    "AZURE_OPENAI_VISION_URL,   https://a.cognitiveservices.azure.com/,               inference",
    "AZURE_SPEECH_ENDPOINT,     https://a.openai.azure.com/,                          inference",
    "AZURE_SPEECH_ENDPOINT,     https://a.cognitiveservices.azure.com/,               other",
    "ContentSafetyEndpoint,     https://a.cognitiveservices.azure.com/,               other",
    "AZURE_AI_ENDPOINT,         https://a.cognitiveservices.azure.com/vision/v3.2,    other",
    "SURFACE_ENDPOINT,          https://a.cognitiveservices.azure.com/,               inference",
    "AZURE_SPEECH_ENDPOINT,     https://a.cognitiveservices.azure.com/${param.p},     inference",
    "AZURE_OPENAI_ENDPOINT,     ${param.u},                                           other",
    "PROJECT_ENDPOINT,          https://a.services.ai.azure.com/api/projects/p,       agents",
    "AZURE_SEARCH_ENDPOINT,     https://s.search.windows.net/indexes,                 search",
  })
  void hostPathAndNameSayIt(String name, String value, String purpose) {
    List<Call> calls = Estates.graph(SITE.replace("NAME", name).replace("VALUE", value)).calls();
    assertThat(calls).extracting(it -> it.purpose().word()).containsExactly(purpose);
  }
}
