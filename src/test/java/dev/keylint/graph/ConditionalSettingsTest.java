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

/// What settings of a container or a site say that are there under conditions which are not known,
/// `ON` and `DEV`.
class ConditionalSettingsTest {
  private static List<Call> calls(String settings) {
    return calls(
        "Microsoft.App/containerApps", "{'template': {'containers': [{'env': " + settings + "}]}}");
  }

  private static List<Call> calls(String type, String properties) {
    return Estates.graph(
            "["
                + Estates.resource(type, "app", properties)
                    .replace('\'', '"')
                    .replace("ON", "\"${param.on}\"")
                    .replace("DEV", "\"${param.dev}\"")
                + "]")
        .calls();
  }

  private static String show(Call call) {
    return text(call.host().value()).replace(".openai.azure.com", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'$union': [{'A': 'https://a.openai.azure.com'}, {'$if': [ON,"
            + " {'B': 'https://b.openai.azure.com'}, {}]}]} | a, b",
        "{'$union': [{'A': 'https://a.openai.azure.com'}, {'$if': [ON, {'COLOR': 'red'}, {}]}]}"
            + " | a",
        "{'$if': [ON, {'A': 'https://a.openai.azure.com'}, {'A': 'https://b.openai.azure.com'}]}"
            + " | a, b",
        "{'$if': [ON, {'$if': [DEV, {'A': 'https://a.openai.azure.com'}, {}]},"
            + " {'B': 'https://b.openai.azure.com'}]} | a, b",
        "{'$if': [ON, {'$union': [{'A': 'https://a.openai.azure.com'}, {'$if': [DEV,"
            + " {'B': 'https://b.openai.azure.com'}, {}]}]}, {}]} | a, b",
        "[{'name': {'$if': [ON, 'A', 'B']}, 'value': 'https://a.openai.azure.com'}] | a, a",
      })
  void eachEndpointIsCalledOnceUnderItsCondition(String settings, String hosts) {
    assertThat(calls(settings).stream().map(ConditionalSettingsTest::show))
        .containsExactly(hosts.split(", ", -1));
  }

  @Test
  void aSiteMayHaveNoOtherSettings() {
    String settings =
        "{'$if': [ON, [{'name': 'BACKEND', 'value': 'https://a.openai.azure.com'}], []]}";
    assertThat(calls("Microsoft.Web/sites", "{'siteConfig': {'appSettings': " + settings + "}}"))
        .extracting(ConditionalSettingsTest::show)
        .containsExactly("a");
  }

  /// Which of them are there together does not matter where it is not known what they are for.
  @Test
  void aChoiceAmongOtherSettingsAddsNothingToAGreatManyEndpoints() {
    String endpoints =
        IntStream.range(0, 201)
            .mapToObj(i -> "https://a" + i + ".openai.azure.com")
            .collect(Collectors.joining(","));
    assertThat(
            calls("{'$union': [{'A': '" + endpoints + "'}, {'$if': [ON, {'COLOR': 'red'}, {}]}]}"))
        .extracting(Call::source)
        .containsExactly(Source.UNREAD);
  }

  @ParameterizedTest
  @CsvSource({"SEARCH, SEARCH, c", "A__B, A__B, c", "'', '', c", "A, B, d"})
  void aClientIdBelongsToTheEndpointWithItsPrefix(String endpoint, String client, String shown) {
    String settings =
        "{'E__endpoint': 'https://a.openai.azure.com', 'C__clientId': 'c', 'AZURE_CLIENT_ID': 'd'}"
            .replace("E__", endpoint + "__")
            .replace("C__", client + "__");
    assertThat(calls(settings))
        .extracting(it -> text(it.clientId().orElseThrow().value()))
        .containsExactly(shown);
  }
}
