package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of keys, of our services and of others.
final class KeyNameTest {
  @ParameterizedTest
  @CsvSource({
    "RESEARCH_OPENAI_API_KEY, true",
    "DeepResearch__OpenAI__ApiKey, true",
    "RESEARCH_AZURE_SEARCH_KEY, true",
    "BING_SEARCH_OPENAI_KEY, true",
    "DEEP_RESEARCH_API_KEY, false",
    "BING_SEARCH_KEY, false",
    "OpenSearch__AdminKey, false"
  })
  void ofOneOfOursWhateverItIsFor(String name, boolean ours) {
    assertThat(KeyName.isOne(name)).isEqualTo(ours);
  }
}
