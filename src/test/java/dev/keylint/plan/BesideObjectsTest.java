package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.template.Declaration;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which JSON files beside the templates are objects of Azure AI Search.
final class BesideObjectsTest {
  @TempDir private Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  private static final String SOURCE =
      "{'type': 'azureblob', 'container': {'name': 'c'},"
          + " 'credentials': {'connectionString': 'x'}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'@odata.type': '#Microsoft.Skills.Text.SplitSkill'}              | true
          {'skills': [{'@odata.type': '#Microsoft.Skills.Custom.WebApiSkill'}]} | true
          {'identity': {'@odata.type': '#Microsoft.Azure.Search.DataNone'}} | true
          {'@odata.type': '#Microsoft.Skills.'}                             | false
          {'@odata.type': '#Microsoft.Graph.user', 'x': '#Microsoft.Skills.A'} | false
          {'type': '#Microsoft.Skills.Text.SplitSkill'}                     | false
          {'@odata.type': ['#Microsoft.Skills.Text.SplitSkill']}            | false
          {'vectorizers': [{'azureOpenAIParameters': {}}]}                  | true
          {'vectorizers': [{'AMLPARAMETERS': {}}]}                          | true
          {'vectorizers': [{'aiServicesVisionParameters': {}}]}             | true
          {'azureOpenAIParameters': 'none'}                                 | false
          SOURCE                                                            | true
          [SOURCE]                                                          | true
          {'Type': 'x', 'Container': {}, 'Credentials': {'ConnectionString': 'x'}} | true
          ['#Microsoft.Skills.A', SOURCE]                                   | true
          {'type': 'azureblob', 'container': {'name': 'c'}, 'credentials': {}} | false
          {'container': {'name': 'c'}, 'credentials': {'connectionString': 'x'}} | false
          {'type': 'azureblob', 'container': 'c', 'credentials': {'connectionString': 'x'}} | false
          {'type': 'azureblob', 'credentials': {'connectionString': 'x'}}   | false
          """)
  void anObjectSaysSoOrIsADataSource(String json, boolean is) {
    project
        .with("main.bicep", "output o string = 'o'\n")
        .with("search/it.json", json.replace("SOURCE", SOURCE).replace('\'', '"'));
    assertThat(project.plan("").beside().objects())
        .extracting(SearchFiles.Found::path)
        .isEqualTo(is ? List.of("search/it.json") : List.of());
  }

  @Test
  void itsContentIsThePropertiesOfAResource() {
    project.with("search/it.json", SOURCE.replace('\'', '"'));
    var made =
        (Declaration.Resource)
            project.plan("").beside().objects().getFirst().made().resources().getFirst();
    assertThat(Shown.of(made.name())).endsWith("'/it.json')");
    assertThat(Shown.of(made.body()))
        .isEqualTo(
            "{'properties': {'type': 'azureblob', 'container': {'name': 'c'}, 'credentials':"
                + " {'connectionString': 'x'}}}");
  }

  @Test
  void whatCannotBeReadOrIsNamedAndIsNoneIsSaid() {
    project
        .with("main.bicep", "output o string = 'o'\n")
        .with("search/broken.json", "{\"@odata.type\": \"#Microsoft.Skills.A\", ")
        .with("search/none.json", "{\"a\": \"#Microsoft.Skills.A\", \"@odata.type\": 1}");
    assertThat(project.plan("").beside().diagnostics())
        .singleElement()
        .asString()
        .startsWith("search/broken.json:");
    assertThat(project.plan("search/none.json").beside().diagnostics())
        .singleElement()
        .asString()
        .contains("neither a template nor a parameter file");
  }
}
