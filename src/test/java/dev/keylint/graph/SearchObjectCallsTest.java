package dev.keylint.graph;

import static dev.keylint.graph.Estates.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.Source;
import dev.keylint.value.NormalForm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The calls that Search will make for the objects that scripts and flows make.
class SearchObjectCallsTest {
  private static final String SERVICES =
      """
      {"type": "Microsoft.CognitiveServices/accounts", "name": "oai", "as": "oai", "kind": "OpenAI",
       "properties": {"customSubDomainName": "oai"}},
      {"type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "own", "as": "own"},
      {"type": "Microsoft.Search/searchServices", "name": "docs",
       "identity": {"type": "SystemAssigned, UserAssigned", "userAssignedIdentities": {"$createObject": ["${own.id}", {}]}},
       "properties": {}},
      """;

  private static final String SKILL =
      "\"@odata.type\": \"#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill\"";

  private static List<Call> objects(String estate) {
    AccessGraph graph = Estates.graph("[" + estate + "]");
    return Stream.concat(graph.calls().stream(), graph.otherRequests().stream())
        .filter(it -> it.source() == Source.SEARCH_OBJECT)
        .toList();
  }

  /// Those of a script that is given `URI`, the endpoint of the account.
  private static List<Call> script(String content) {
    return script(content, "");
  }

  private static List<Call> script(String content, String variables) {
    return objects(
        SERVICES
            + "{\"type\": \"Microsoft.Resources/deploymentScripts\", \"name\": \"s\","
            + " \"properties\": {\"arguments\": \"-model"
            + " https://oai.openai.azure.com\",\"environmentVariables\": [{\"name\": \"URI\","
            + " \"value\": \"https://oai.openai.azure.com/\"}"
            + variables
            + "], \"scriptContent\": "
            + quoted(content)
            + "}}");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static String show(Call call) {
    String who =
        switch (call.identity()) {
          case EffectiveIdentity.Known(Identity it) -> NormalForm.plain(it.name());
          case EffectiveIdentity.None() -> "-";
          case EffectiveIdentity.Open _ -> "?";
        };
    return String.join(
        " ",
        call.workload().map(it -> text(it.name())).orElse("?"),
        text(call.host().value()),
        text(call.credential().value()),
        who,
        call.purpose().word());
  }

  private static String model(String uri) {
    return "{" + SKILL + ", \"resourceUri\": " + uri + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // JSON by itself, in double quotes of a shell, with a variable between quotes
        "{SKILL, \"resourceUri\": \"$URI\"}",
        "curl -d \"{\\\"@odata.type\\\": \\\"#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill\\\","
            + " \\\"resourceUri\\\": \\\"$URI\\\"}\"",
        "curl -d '{SKILL, \"resourceUri\": \"'\"$URI\"'\", \"x\": \"y\"}'",
        "curl -d '{SKILL, \"resourceUri\": \"'$URI'\"}'",
        // what the script itself gives a name
        "MODEL=\"$URI\"\ncat <<EOF\n{SKILL,\n \"resourceUri\": \"$MODEL\"\n}\nEOF",
        "jq -n --arg uri \"$URI\" '{\"vectorizers\": [{azureOpenAIParameters: {resourceUri:"
            + " $uri}}]}'",
        "sed -i \"s|__MODEL__|$URI|g\" vectorizer.json <<< '{SKILL, \"resourceUri\":"
            + " \"__MODEL__\"}'",
        // PowerShell
        """
        $v = @{ vectorizers = @(@{ azureOpenAIParameters = [ordered]@{
          resourceUri = $env:URI
        } }) }
        """,
        "$v = @{ 'vectorizers' = @(@{ azureOpenAIParameters = @{ resourceUri = \"$($env:URI)\" } })"
            + " }",
        "param($model)\n"
            + "$v = @{ vectorizers = @{ azureOpenAIParameters = @{ resourceUri = $model } } }",
        "$j = '{SKILL, \"resourceUri\": \"__M__\"}' -replace '__M__', $env:URI",
        // Python
        "v = {\"vectorizers\": [{\"azureOpenAIParameters\": {\"resourceUri\":"
            + " os.environ[\"URI\"]}}]}",
        "uri = os.getenv('URI')\nAzureOpenAIVectorizerParameters(resource_url=uri) # vectorizer",
        "skillset ="
            + " SearchIndexerSkillset(skills=[AzureOpenAIEmbeddingSkill(resource_url=os.environ['URI'])])",
      })
  void objectsAreFoundHoweverTheyAreWritten(String content) {
    assertThat(script(content.replace("SKILL", SKILL)))
        .extracting(SearchObjectCallsTest::show)
        .containsExactly("docs oai.openai.azure.com managed-identity docs inference");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# {SKILL, \"resourceUri\": \"$URI\"}",
        "// {SKILL, \"resourceUri\": \"$URI\"}",
        "<# {SKILL, \"resourceUri\": \"$URI\"} #> echo skillset",
        "{SKILL, \"deploymentId\": \"e\"}",
        "echo skillset { resourceUri = $URI }",
        "{SKILL, \"resourceUri\": \"https://gateway.example.com\"}",
      })
  void whatMakesNoSuchObjectIsNone(String content) {
    assertThat(script(content.replace("SKILL", SKILL))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{SKILL, \"resourceUri\": \"$OTHER\"}",
        "{SKILL, \"resourceUri\": \"<your account>\"}",
        "{SKILL, \"resourceUri\": \"https://$NAME.openai.azure.com\"}",
        """
        M=$URI
        M=$(az cognitiveservices account show --query properties.endpoint -o tsv)
        {SKILL, "resourceUri": "$M"}
        """,
        """
        M=https://a.openai.azure.com
        M=https://b.openai.azure.com
        {SKILL, "resourceUri": "$M"}
        """,
      })
  void whatTheScriptAloneKnowsIsOpen(String content) {
    assertThat(script(content.replace("SKILL", SKILL)))
        .extracting(SearchObjectCallsTest::show)
        .containsExactly("docs ? managed-identity docs inference");
  }

  /// It speaks of a skillset, and what it says of that is too long, nested too deep, or filled in.
  @Test
  void whatIsTooMuchOfAScriptMayCallAnything() {
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < 51; i++) {
      marks.append("sed s#__M").append(i).append("__#b#\n");
    }
    for (String more : List.of(" ".repeat(1 << 18), "if {".repeat(60), marks.toString())) {
      assertThat(script("skillset\n" + more))
          .extracting(SearchObjectCallsTest::show)
          .containsExactly("docs ? ? ? inference");
    }
  }

  @Test
  void aSkillIsOfAnotherMakerOrBilledToAnAccount() {
    String content =
        """
        {"skills": [
          {"@odata.type": "#Microsoft.Skills.Custom.ChatCompletionSkill",
           "uri": "https://oai.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=x"},
          {"@odata.type": "#Microsoft.Skills.Custom.AmlSkill", "uri": "https://x.inference.ml.azure.com"},
          {"@odata.type": "#Microsoft.Skills.Custom.WebApiSkill", "uri": "https://f.azurewebsites.net"}],
         "cognitiveServices": {"@odata.type": "#Microsoft.Azure.Search.AIServicesByIdentity",
           "subdomainUrl": "https://oai.cognitiveservices.azure.com"},
         "vectorizers": [{"aiServicesVisionParameters": {"resourceUri": "$URI"}}]}
        """;
    assertThat(script(content))
        .extracting(SearchObjectCallsTest::show)
        .containsExactly(
            "docs oai.openai.azure.com managed-identity docs inference",
            "docs oai.cognitiveservices.azure.com managed-identity docs other",
            "docs oai.openai.azure.com managed-identity docs other");
  }

  @Test
  void aKeyGoesBeforeAnIdentityUnlessItIsEmpty() {
    String variables =
        ", {\"name\": \"NONE\", \"value\": \"\"}, {\"name\": \"SOME\", \"value\": \"abc\"}";
    assertThat(
            script(
                """
                [{SKILL, "resourceUri": "$URI", "apiKey": "$SOME"},
                 {SKILL, "resourceUri": "$URI", "apiKey": "$UNSET"},
                 {SKILL, "resourceUri": "$URI", "apiKey": "$NONE"},
                 {SKILL, "resourceUri": "$URI", "apiKey": null}]
                """
                    .replace("SKILL", SKILL),
                variables))
        .extracting(SearchObjectCallsTest::show)
        .containsExactly(
            "docs oai.openai.azure.com key - inference",
            "docs oai.openai.azure.com key - inference",
            "docs oai.openai.azure.com managed-identity docs inference",
            "docs oai.openai.azure.com managed-identity docs inference");
  }

  @Test
  void aSecretThatAScriptIsGivenIsAKeyAndIsNotShown() {
    String variables = ", {\"name\": \"KEY\", \"secureValue\": \"abc-secret\"}";
    Call call = script(model("\"$URI\", \"apiKey\": \"$KEY\""), variables).getFirst();
    assertThat(show(call)).isEqualTo("docs oai.openai.azure.com key - inference");
    assertThat(NormalForm.print(call.credential().evidence().value())).doesNotContain("abc-secret");
  }

  @Test
  void anObjectMayNameAnIdentity() {
    String named =
        "{SKILL, \"resourceUri\": \"$URI\", \"authIdentity\": IT}".replace("SKILL", SKILL);
    assertThat(
            script(
                named.replace("IT", "{\"userAssignedIdentity\": \"$OWN\"}")
                    + named.replace("IT", "null")
                    + named.replace(
                        "IT", "{\"@odata.type\": \"#Microsoft.Azure.Search.DataNoneIdentity\"}")
                    + named.replace("IT", "{\"userAssignedIdentity\": \"$OTHER\"}"),
                ", {\"name\": \"OWN\", \"value\": \"${own.id}\"}"))
        .extracting(SearchObjectCallsTest::show)
        .containsExactly(
            "docs oai.openai.azure.com managed-identity own inference",
            "docs oai.openai.azure.com managed-identity docs inference",
            "docs oai.openai.azure.com managed-identity docs inference",
            "docs oai.openai.azure.com managed-identity ? inference");
  }

  @Test
  void theAudienceOfACustomSkillIsRead() {
    String content =
        """
        {"@odata.type": "#Microsoft.Skills.Custom.WebApiSkill", "uri": "https://oai.openai.azure.com/x",
         "authResourceId": "https://search.azure.com/.default"}
        """;
    assertThat(script(content))
        .singleElement()
        .satisfies(it -> {
          assertThat(text(it.audience().orElseThrow().value()))
              .isEqualTo("https://search.azure.com");
          assertThat(text(it.credential().value())).isEqualTo("managed-identity");
        });
  }

  @Test
  void theServiceIsTheOneThatIsNamedBesideTheObject() {
    String other =
        ", {\"type\": \"Microsoft.Search/searchServices\", \"name\": \"news\", \"properties\": {}}";
    String put = "PUT https://HOST.search.windows.net/skillsets/s " + model("\"$URI\"");
    assertThat(owners(put.replace("HOST", "news"), other)).containsExactly("news");
    assertThat(owners(put.replace("HOST", "docs"), other)).containsExactly("docs");
    assertThat(owners(put.replace("HOST", "elsewhere"), other)).containsExactly("?");
    assertThat(owners(put.replace("HOST", "elsewhere"), "")).containsExactly("?");
    assertThat(owners(put.replace("HOST", "$SERVICE"), "")).containsExactly("docs");
    assertThat(owners(model("\"$URI\""), other)).containsExactly("?");
    assertThat(owners(model("\"$URI\""), "")).containsExactly("docs");
  }

  private static List<String> owners(String content, String more) {
    return owners(SERVICES + deployed(URI, content) + more);
  }

  private static List<String> owners(String estate) {
    return objects(estate).stream()
        .map(it -> it.workload().map(by -> text(by.name())).orElse("?"))
        .toList();
  }

  private static final String URI =
      "{\"name\": \"URI\", \"value\": \"https://oai.openai.azure.com\"}";

  private static String deployed(String variables, String content) {
    return Estates.resource(
        "Microsoft.Resources/deploymentScripts",
        "s",
        "{\"environmentVariables\": ["
            + variables
            + "], \"scriptContent\": "
            + quoted(content)
            + "}");
  }

  @Test
  void aRequestOfAFlowMakesObjectsToo() {
    String flow =
        """
        {"type": "Microsoft.Logic/workflows", "name": "flow", "identity": {"type": "SystemAssigned"},
         "properties": {"definition": {"actions": {"a": {"inputs": {
           "uri": "https://docs.search.windows.net/indexes/i",
           "authentication": {"type": "ManagedServiceIdentity", "audience": "https://search.azure.com"},
           "body": {"vectorizers": [{"azureOpenAIParameters": {"resourceUri": "https://oai.openai.azure.com"}}]}
         }}}}}}
        """;
    assertThat(objects(SERVICES + flow))
        .extracting(SearchObjectCallsTest::show)
        .containsExactly("docs oai.openai.azure.com managed-identity docs inference");
    assertThat(objects(SERVICES + flow.replace("docs.search.windows.net", "docs.example.com")))
        .isEmpty();
  }

  @Test
  void aScriptThatHandsAnEndpointOnDoesNotCallIt() {
    String script = model("\"$URI\"") + " az account get-access-token";
    String calling = "from openai import AzureOpenAI\n" + script;
    String about = "echo skillset; az account get-access-token";
    assertThat(settingCalls(script)).containsExactly("docs.search.windows.net");
    assertThat(settingCalls(calling))
        .containsExactly("oai.openai.azure.com", "docs.search.windows.net");
    assertThat(settingCalls(about))
        .containsExactly("oai.openai.azure.com", "docs.search.windows.net");
  }

  private static List<String> settingCalls(String content) {
    return Estates.graph(
            "["
                + SERVICES
                + "{\"type\": \"Microsoft.Resources/deploymentScripts\", \"name\": \"s\","
                + " \"identity\": {\"type\": \"SystemAssigned\"}, \"properties\":"
                + " {\"environmentVariables\":"
                + " [{\"name\": \"URI\", \"value\": \"https://oai.openai.azure.com\"}, {\"name\":"
                + " \"DOCS\", \"value\": \"https://docs.search.windows.net\"}],"
                + " \"scriptContent\": "
                + quoted(content)
                + "}}]")
        .calls()
        .stream()
        .filter(it -> it.source() == Source.SETTING)
        .map(it -> text(it.host().value()))
        .toList();
  }

  /// A custom endpoint may be anything; it is ours by its host or by the token that it is sent.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://f.azurewebsites.net  | -                      | -",
        "https://f.azurewebsites.net  | https://ai.azure.com   | f.azurewebsites.net"
            + " managed-identity",
        "https://oai.openai.azure.com | -                      | oai.openai.azure.com ?",
        "https://oai.openai.azure.com | https://ai.azure.com   | oai.openai.azure.com"
            + " managed-identity",
      })
  void aCustomSkillIsSentATokenOnlyForAnAudience(String uri, String audience, String shown) {
    String skill =
        "{\"@odata.type\": \"#Microsoft.Skills.Custom.WebApiSkill\", \"uri\": \""
            + uri
            + "\""
            + (audience.equals("-") ? "" : ", \"authResourceId\": \"" + audience + "\"")
            + "}";
    assertThat(script(skill))
        .extracting(it -> text(it.host().value()) + " " + text(it.credential().value()))
        .isEqualTo(shown.equals("-") ? List.of() : List.of(shown));
  }

  @Test
  void aServiceThatIsNotHereSignsInAsItself() {
    String script = deployed("", model("\"https://oai.openai.azure.com\""));
    String docs = "," + Estates.resource("Microsoft.Search/searchServices", "docs", "{}");
    assertThat(objects(script))
        .extracting(SearchObjectCallsTest::show)
        .containsExactly("? oai.openai.azure.com managed-identity ? inference");
    assertThat(objects(script + docs))
        .extracting(SearchObjectCallsTest::show)
        .containsExactly("docs oai.openai.azure.com identity - inference");
  }

  @ParameterizedTest
  @CsvSource({
    "AZURE_SEARCH_SERVICE, news,      news",
    "AZURE_SEARCH_SERVICE, docs,      docs",
    "AZURE_SEARCH_SERVICE, elsewhere, ?",
    "SERVICE,              news,      ?",
  })
  void theServiceMayBeGivenByItsName(String name, String value, String owner) {
    String variables = ", {\"name\": \"" + name + "\", \"value\": \"" + value + "\"}";
    String news = Estates.resource("Microsoft.Search/searchServices", "news", "{}") + ",";
    assertThat(owners(SERVICES + news + deployed(URI + variables, model("\"$URI\""))))
        .containsExactly(owner);
  }
}
