package dev.keylint.graph.call;

import java.util.regex.Pattern;

/// Names that speak of a search which is none of Azure AI Search: of the web, or of another engine.
final class OtherSearch {
  private static final Pattern WORDS =
      Pattern.compile(
          "RESEARCH|(^|_)(WEB|CUSTOM|BING|GOOGLE|VERTEX|AMAZON|AWS|KENDRA|TAVILY|BRAVE|SERP|SERPER"
              + "|SEAR_?XNG|DUCK_?DUCK_?GO|DDGS?|YANDEX|BAIDU|YOU|EXA|JINA|LINKUP|PERPLEXITY"
              + "|FIRECRAWL|ELASTIC|OPEN|MEILI|TYPESENSE|ALGOLIA|SOLR|COVEO|VESPA|REDIS?|ATLAS)"
              + "_?SEARCH(_|$)");

  private OtherSearch() {}

  /// The words of a name of a setting, secret or output without those that speak of one: what is
  /// left may name one of ours all the same, as in `RESEARCH_OPENAI_KEY`.
  ///
  /// @param words as `SettingName` has them
  static String without(String words) {
    return WORDS.matcher(words).replaceAll("_");
  }
}
