package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.resource.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The keys in objects of Search that scripts, flows and files hold.
class SearchKeysTest {
  private static final String KEY = "Zk3Qm8Rt1Vx6Yb0Nc5Hd9Lf2Pg7Js4Wa";

  private static List<String> keys(String resource) {
    Resource only = Estates.template("[" + resource + "]").resources().getFirst();
    assertThat(SearchKeys.reads(only.type().key())).isTrue();
    return SearchKeys.of(only).stream()
        .map(it -> it.name() + ":" + Estates.show(it.held()) + ":" + it.place().name())
        .toList();
  }

  private static List<String> script(String content) {
    return keys(
        "{\"type\": \"Microsoft.Resources/deploymentScripts\", \"name\": \"s\", \"properties\":"
            + " {\"environmentVariables\": [{\"name\": \"HELD\", \"value\": \"k\"},"
            + " {\"name\": \"HIDDEN\", \"secureValue\": \"k\"}, {\"name\": \"NONE\", \"value\":"
            + " \"\"}, {\"name\": \"BLANK\", \"secureValue\": \" \"}], \"scriptContent\": \""
            + ("echo skillset; " + content).replace("\\", "\\\\").replace("\"", "\\\"")
            + "\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"apiKey\": \"k\"}                                           | apiKey:yes",
        "{\"api_key\": \"$HELD\"}                                      | api_key:yes",
        "{\"apiKey\": \"$HIDDEN\"}                                     | apiKey:yes",
        "{\"apiKey\": \"$NONE\"}                                       | apiKey:no",
        "{\"apiKey\": \"$BLANK\"}                                      | apiKey:no",
        "{\"apiKey\": \"\"}                                            | apiKey:no",
        "{\"apiKey\": null}                                            | apiKey:no",
        "{\"apiKey\": {\"a\": \"b\"}}                                  | apiKey:no",
        "{\"apiKey\": [\"b\"]}                                         | apiKey:no",
        "{\"applicationSecret\": \"k\"}                                | applicationSecret:yes",
        "{\"amlParameters\": {\"key\": \"k\"}}                         | key:yes",
        "{\"@odata.type\": \"#Microsoft.Skills.Custom.AmlSkill\", \"key\": \"k\"} | key:yes",
        "{\"httpHeaders\": {\"API-Key\": \"k\", \"Accept\": \"x\"}}    | API-Key:yes",
        "{\"httpHeaders\": {\"x-functions-key\": \"k\"}}               | x-functions-key:yes",
        "{\"connectionString\": \"A=b;AccountKey=c;\"}                 | connectionString:yes",
        "{\"storageConnectionString\": \"SharedAccessSignature=c\"}    |"
            + " storageConnectionString:yes",
        "{\"uri\": \"https://f.azurewebsites.net/x?a=b&code=c\"}       | uri:yes",
        "{\"cognitiveServices\": {\"@odata.type\":"
            + " \"#Microsoft.Azure.Search.CognitiveServicesByKey\", \"key\": \"k\"}} | key:yes",
        "{\"@odata.type\": \"#Microsoft.Azure.Search.AIServicesByKey\", \"key\": \"\"} | key:no",
        "{\"@odata.type\": \"#Microsoft.Azure.Search.AIServicesByKey\"} | @odata.type:yes",
        "CognitiveServicesAccountKey(key=\"k\")                        | key:yes",
        "{\"skills\": [{\"apiKey\": \"k\"}]}                           | apiKey:yes",
      })
  void aMemberOfAnObjectMayHoldAKey(String content, String shown) {
    assertThat(script(content)).containsExactly(shown + ":scriptContent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"key\": \"k\"}",
        "{\"httpHeaders\": {\"accept\": \"k\"}}",
        "{\"headers\": {\"api-key\": \"k\"}}",
        "{\"connectionString\": \"ResourceId=/subscriptions/x\"}",
        "{\"connectionString\": \"AccountKey=;\"}",
        "{\"url\": \"https://f.azurewebsites.net?code=c\"}",
        "{\"uri\": \"https://f.azurewebsites.net?code=\"}",
        "{\"note\": \"Password=x\"}",
      })
  void otherMembersHoldNone(String content) {
    assertThat(script(content)).isEmpty();
  }

  @Test
  void whatIsTooMuchOfAScriptMayHoldOne() {
    assertThat(script(" ".repeat(1 << 18))).containsExactly("scriptContent:open:scriptContent");
    assertThat(script("{".repeat(60))).containsExactly("scriptContent:open:scriptContent");
  }

  private static final String UNKNOWN =
      """
      {"type": "Microsoft.Resources/deploymentScripts", "name": "s", "properties": {
        "scriptContent": CONTENT, "arguments": "${param.arguments}",
        "environmentVariables": [
          {"name": "SKILLSET", "value": "${param.a}"},
          {"name": "INDEXER", "secureValue": "${secret.b}"},
          {"name": "INDEXERS", "value": "${param.c}"},
          {"name": "BODY", "value": "x${param.d}"},
          {"name": "JSON", "value": "${rg.name}"},
          {"name": "NAME", "value": "${param.e}"}]}}
      """;

  @Test
  void aWholeObjectMayBeGivenToAScript() {
    assertThat(keys(UNKNOWN.replace("CONTENT", "\"put datasource\"")))
        .containsExactly(
            "arguments:open:arguments", "SKILLSET:open:SKILLSET", "INDEXER:open:INDEXER");
    assertThat(keys(UNKNOWN.replace("CONTENT", "\"echo\""))).isEmpty();
  }

  private static List<String> file(String body) {
    String skills = "{\"skills\": [" + body + "]}";
    return keys(Estates.resource("Microsoft.Search/searchServices/objects", "s/o", skills));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"apiKey\": \"KEY\"}                                     | apiKey:yes:apiKey",
        "{\"apiKey\": \"<put KEY here>\"}                          | ",
        "{\"apiKey\": \"short1key2\"}                              | ",
        "{\"apiKey\": \"your-KEY\"}                                | ",
        "{\"apiKey\": \"__KEY__\"}                                 | ",
        "{\"apiKey\": \"KEY0123456789\"}                           | ",
        "{\"apiKey\": \"abcdefghijabcdefghijabcdefghi\"}           | ",
        "{\"apiKey\": \"OneDigitOnlyInAllTheseWords1\"}            | ",
        "{\"apiKey\": \"aA1bB2aA1bB2aA1bB2aA1bB2\"}                | ",
        "{\"apiKey\": 7}                                           | ",
        "{\"a\": true, \"b\": 1.5, \"c\": null, \"apiKey\": \"KEY\"}  | apiKey:yes:apiKey",
        "{\"$union\": [\"${rg.name}\", {\"apiKey\": \"KEY\"}]}      | apiKey:yes:apiKey",
        "{\"$if\": [\"${param.x}\", {}, [{\"apiKey\": \"KEY\"}]]}   | apiKey:yes:apiKey",
        "{\"httpHeaders\": {\"$union\": [{\"api-key\": \"KEY\"}]}}  | api-key:yes:api-key",
        "{\"connectionString\": \"AccountName=a;AccountKey=KEY==\"} |"
            + " connectionString:yes:connectionString",
        "{\"connectionString\": \"AccountName=a;AccountKey=<key>\"} | ",
        "{\"uri\": \"https://f?code=KEY%3D%3D\"}                   | uri:yes:uri",
        "{\"uri\": \"https://f?code=none&code=KEY\"}               | uri:yes:uri",
        "{\"uri\": \"https://f?code={code}\"}                      | ",
        "{\"@odata.type\": \"#Microsoft.Azure.Search.CognitiveServicesByKey\", \"key\": \"KEY\"} |"
            + " key:yes:key",
        "{\"@odata.type\": \"#Microsoft.Azure.Search.CognitiveServicesByKey\"} | ",
      })
  void aFileHoldsAKeyOnlyWhereOneIsWritten(String body, String shown) {
    assertThat(file(body.replace("KEY", KEY)))
        .isEqualTo(shown == null ? List.of() : List.of(shown));
  }

  @Test
  void aKeyHasTwentyFourCharactersAtLeast() {
    assertThat(file("{\"apiKey\": \"" + KEY.substring(0, 24) + "\"}")).hasSize(1);
    assertThat(file("{\"apiKey\": \"" + KEY.substring(0, 23) + "\"}")).isEmpty();
    assertThat(file("{\"apiKey\": \"ab1cd2fgabcdfgabcdfgabcd\"}")).hasSize(1);
    assertThat(file("{\"apiKey\": \"ab1cd2faabcdfaabcdfaabcd\"}")).isEmpty();
  }
}
