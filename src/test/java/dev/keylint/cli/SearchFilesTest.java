package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Objects of Search that are JSON files beside the templates: a key in them is found, a mark for
/// one is none.
final class SearchFilesTest {
  private static final String RULE = "search-object-inline-key";
  private static final Keylint RULES = Keylint.with(RULE, "missing-search-to-openai-role");
  private static final String KEY = "9f3kQm7Zx2LbV8tRw5YpNc4HsJd6Ga1E";
  private static final String SKILL =
      """
      {
        "name": "docs",
        "skills": [
          {
            "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill",
            "resourceUri": "https://contoso.openai.azure.com",
            "apiKey": "KEY"
          }
        ]
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aTemplate() throws IOException {
    write("main.bicep", "param name string\n");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aKeyIsFoundWhereItStandsAndNotShown() throws IOException {
    write("search/skillset.json", SKILL.replace("KEY", KEY));
    Scanned run = RULES.scan(folder);
    assertThat(run.places(RULE, "fail")).containsExactly("search/skillset.json:7");
    assertThat(run.places("missing-search-to-openai-role", "open")).isEmpty();
    assertThat(run.out())
        .contains("'search/skillset.json'", "(apiKey)", "***")
        .doesNotContain(KEY, "not a template");
    assertThat(run.exit()).isEqualTo(1);
    Scanned named = RULES.run(folder, "scan", "search/skillset.json");
    assertThat(named.out()).contains("error[" + RULE + "]").doesNotContain(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'cognitiveServices': {'@odata.type': '#Microsoft.Azure.Search.CognitiveServicesByKey',"
            + " 'key': 'KEY'}}",
        "{'type': 'azureblob', 'container': {'name': 'docs'}, 'credentials': {'connectionString':"
            + " 'DefaultEndpointsProtocol=https;AccountName=docs;AccountKey=KEY==;'}}",
        "[{'type': 'azuretable', 'container': {'name': 'docs'}, 'credentials': {'connectionString':"
            + " 'TableEndpoint=https://a.b/;SharedAccessSignature=sv=2024-01-01&sig=KEY%3D'}}]",
        "{'vectorSearch': {'vectorizers': [{'kind': 'azureOpenAI', 'azureOpenAIParameters':"
            + " {'apiKey': 'KEY'}}]}}",
        "{'skills': [{'@odata.type': '#Microsoft.Skills.Custom.WebApiSkill', 'httpHeaders':"
            + " {'x-functions-key': 'KEY'}}]}",
        "{'skills': [{'@odata.type': '#Microsoft.Skills.Custom.WebApiSkill',"
            + " 'uri': 'https://f.azurewebsites.net/api/x?code=KEY=='}]}",
      })
  void everyPlaceOfAKeyCounts(String object) throws IOException {
    write("a.json", object.replace('\'', '"').replace("KEY", KEY));
    Scanned run = RULES.scan(folder);
    assertThat(run.places(RULE, "fail")).containsExactly("a.json:1");
    assertThat(run.out()).doesNotContain(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<your-key>",
        "{{OPENAI_KEY}}",
        "${OPENAI_KEY}",
        "$(openAiKey)",
        "#{openAiKey}#",
        "__OPENAI_API_KEY_12345678__",
        "%OPENAI_KEY%",
        "[parameters('openAiKey')]",
        "your-azure-openai-key-2024-goes-here",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "00000000000000000000000000000000",
        "0123456789abcdef0123456789abcdef",
        "REPLACE_WITH_KEY_OF_ACCOUNT_001",
        "<redacted>",
        "***",
        "key"
      })
  void aMarkForAKeyIsNone(String mark) throws IOException {
    write("skillset.json", SKILL.replace("KEY", mark));
    write(
        "source.json",
        "{\"type\": \"azureblob\", \"container\": {}, \"credentials\": {\"connectionString\":"
            + " \"AccountName=docs;AccountKey="
            + mark
            + ";\"}}");
    Scanned run = RULES.scan(folder);
    assertThat(run.out()).contains("no findings").doesNotContain("undecided[");
    assertThat(run.exit()).isZero();
  }

  /// The flow of an app stays one, whatever it sends.
  @Test
  void aWorkflowStaysOne() throws IOException {
    write(
        "app/load/workflow.json",
        """
        {
          "definition": {
            "actions": {
              "Put": {
                "type": "Http",
                "inputs": {
                  "uri": "https://contoso.search.windows.net/datasources/docs",
                  "headers": { "api-key": "abc" },
                  "body": { "credentials": { "connectionString": "ResourceId=/subscriptions/s;" } }
                }
              }
            }
          }
        }
        """);
    assertThat(Keylint.with("workflow-key").scan(folder).places("workflow-key", "fail"))
        .containsExactly("app/load/workflow.json:8");
  }

  /// Settings of other tools have keys, too, and are none of our business.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'ConnectionStrings': {'connectionString': 'AccountKey=KEY'}, 'apiKey': 'KEY'}",
        "{'type': 'azureblob', 'credentials': {'connectionString': 'AccountKey=KEY'}}",
        "{'note': 'see #Microsoft.Skills.Text.SplitSkill', 'apiKey': 'KEY'}",
        "{'@odata.type': '#Microsoft.Graph.user', 'apiKey': 'KEY', 'connectionString': 'x'}",
        "{'azureOpenAIParameters': 'none', 'apiKey': 'KEY'}",
        "{'skills': [{'@odata.type': '#Microsoft.Skills.Text.SplitSkill', 'x': 'KEY'}]}",
        "{'connectionString': "
      })
  void otherFilesAreNone(String object) throws IOException {
    write("a.json", object.replace('\'', '"').replace("KEY", KEY));
    Scanned run = RULES.scan(folder);
    assertThat(run.out()).contains("no findings");
    assertThat(run.exit()).isZero();
  }

  @Test
  void namesOfMembersIgnoreCase() throws IOException {
    write(
        "index.json",
        """
        {"vectorSearch": {"vectorizers": [{"kind": "azureOpenAI",
          "azureopenaiparameters": {"resourceUri": "https://contoso.openai.azure.com",
            "APIKEY": "KEY"}}]}}
        """
            .replace("KEY\"}", KEY + "\"}"));
    assertThat(RULES.scan(folder).places(RULE, "fail")).containsExactly("index.json:3");
  }
}
