package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.resource.Resource;
import dev.keylint.value.PartialText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which scripts and flows are looked into for objects of Search, and what they are found to call.
class SearchTextsTest {
  private static final String MODEL =
      "{\"azureOpenAIParameters\": {\"resourceUri\": \"https://a.openai.azure.com\"}}";

  private static Optional<SearchTexts> of(String type, String more) {
    String name = type.endsWith("/pipelines") ? "factory/x" : "x";
    Resource only =
        Estates.template("[{\"type\": \"" + type + "\", \"name\": \"" + name + "\", " + more + "}]")
            .resources()
            .getFirst();
    return SearchTexts.of(only);
  }

  private static Optional<SearchTexts> script(String properties) {
    return of("Microsoft.Resources/deploymentScripts", "\"properties\": {" + properties + "}");
  }

  private static List<String> urls(Optional<SearchTexts> texts) {
    return texts.orElseThrow().models().stream().map(it -> Estates.text(it.url().value())).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "microsoft.resources/deploymentscripts,     true,  true",
    "microsoft.logic/workflows,                 true,  true",
    "microsoft.datafactory/factories/pipelines, true,  true",
    "microsoft.search/searchservices/objects,   false, true",
    "microsoft.web/sites,                       false, false",
  })
  void onlySomeResourcesHoldThem(String type, boolean objects, boolean keys) {
    assertThat(SearchTexts.reads(type)).isEqualTo(objects);
    assertThat(SearchKeys.reads(type)).isEqualTo(keys);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"scriptContent\": \"put skillset\"",
        "\"scriptContent\": \"echo\", \"arguments\": \"-file indexer.json\"",
        "\"scriptContent\": \"echo\", \"arguments\": \"${param.skillsets}\"",
        "\"environmentVariables\": [{\"name\": \"A\", \"value\":"
            + " \"https://docs.search.windows.net\"}]",
        // values that are no text say nothing
        "\"scriptContent\": null, \"arguments\": true, \"environmentVariables\": {\"A\": 7, \"B\":"
            + " 1.5, \"C\": [], \"D\": {}, \"E\": null, \"F\": \"vectorizer\"}",
      })
  void aScriptIsAboutSearchByAnyOfItsTexts(String properties) {
    assertThat(script(properties)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"scriptContent\": \"echo\", \"arguments\": \"${param.x}\"",
        "\"scriptContent\": null, \"arguments\": true, \"environmentVariables\": {\"A\": 7, \"B\":"
            + " 1.5, \"C\": [\"skillset\"], \"D\": {\"skillset\": \"x\"}}",
        "\"retentionInterval\": \"skillset\"",
      })
  void aScriptOfOtherTextsIsNotAboutSearch(String properties) {
    assertThat(script(properties)).isEmpty();
  }

  @Test
  void whatIsOnlyReferredToIsNotRun() {
    String content = "\"properties\": {\"scriptContent\": \"put skillset\"}";
    String type = "Microsoft.Resources/deploymentScripts";
    assertThat(of(type, content)).isPresent();
    assertThat(of(type, content + ", \"existing\": true")).isEmpty();
    assertThat(of("Microsoft.Web/sites", content)).isEmpty();
  }

  private static Optional<SearchTexts> flow(String request) {
    return of(
        "Microsoft.DataFactory/factories/pipelines",
        "\"properties\": {\"activities\": [{\"n\": 7}, {\"typeProperties\": " + request + "}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "uri, https://docs.search.windows.net/skillsets/s",
    "url, https://docs.search.windows.net/skillsets/s",
    "url, https://DOCS.search.azure.us/skillsets/s",
    "url, https://${param.x}.search.windows.net/skillsets/s",
  })
  void aRequestToSearchMayMakeAnObject(String member, String url) {
    String to = "\"" + member + "\": \"" + url + "\", \"body\": ";
    Optional<SearchTexts> written = flow("{" + to + MODEL + "}");
    assertThat(urls(written)).containsExactly("https://a.openai.azure.com");
    assertThat(written.orElseThrow().addresses())
        .extracting(it -> it.chars().replace(PartialText.HOLE, '?'))
        .containsExactly(url.replace("${param.x}", "?"));
    Optional<SearchTexts> quoted = flow("{" + to + "\"" + MODEL.replace("\"", "\\\"") + "\"}");
    assertThat(urls(quoted)).containsExactly("https://a.openai.azure.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\": \"https://example.com\", \"body\": MODEL}",
        "{\"url\": \"https://docs.search.windows.net\"}",
        "{\"target\": \"https://docs.search.windows.net\", \"body\": MODEL}",
        "{\"url\": 7, \"body\": MODEL}",
      })
  void aRequestElsewhereOrWithoutABodyMakesNoObject(String request) {
    assertThat(flow(request.replace("MODEL", MODEL))).isEmpty();
  }
}
