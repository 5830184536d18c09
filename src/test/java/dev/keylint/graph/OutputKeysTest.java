package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.keylint.value.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which outputs of modules hold a key: only those that may are evaluated.
class OutputKeysTest {
  private static final String ACCOUNT =
      """
      param name string
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
        name: name
      }
      """;

  private static final String KEYS =
      ACCOUNT
          + """
          output endpoint string = oai.properties.endpoint
          output k string = oai.listKeys().key1
          """;

  @TempDir Path folder;

  private List<String> keyOutputs(String modules) throws IOException {
    write(
        "main.bicep",
        """
        resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'oai'
          kind: 'OpenAI'
          properties: {}
        }
        """
            + modules);
    return new Templates(folder)
        .graph("main.bicep").keyFlows().stream().map(it -> Shown.text(it.sink().name())).toList();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "output o string = 'x${oai.listKeys().key1}'",
        "output o string = empty(resourceGroup().tags) ? 'x' : oai.listKeys().key1",
        "output o string = empty(resourceGroup().tags) ? oai.listKeys().key1 : 'x'",
        "output o string[] = [for i in range(0, 2): oai.listKeys().key1]",
        "output o object[] = [for i in range(0, 2): { n: i, k: oai.listKeys().key1 }]",
        "output o object = { id: oai.id, deep: { k: oai.listKeys().key1 } }",
        "output o object = { id: oai.id, ...oai.listKeys() }",
        "output o string[] = ['x', oai.listKeys().key1]",
        "output o object = { '${oai.listKeys().key1}': 'x' }",
        "output o string = resourceId('A.B/c', oai.listKeys().key1)",
        "output o string = oai.listResourceId()",
        "output o string = toUpper(oai.listKeys().key1)",
        "var v = oai.listKeys().key1\noutput o string = v",
        "param p string = oai.listKeys().key1\noutput o string = p",
        "output o string = old.properties.k",
        "output o string = reference(old.id, '2020-01-01', 'full').properties.k",
        "output o string = reference(old.id, '2020-01-01').k",
        "output o string = again.outputs.k",
        "output o string = again.outputs['k']",
        "output o string = again.?outputs.?k ?? ''",
        "output o array = [for i in range(0, 2): { k: again.outputs.k }]",
        "output o string = missing.outputs.k\noutput second string = oai.listKeys().key1",
      })
  void aKeyIsFoundInAnOutputOfAModuleHoweverThatIsWritten(String output) throws IOException {
    write("inner.bicep", KEYS);
    write(
        "keys.bicep",
        ACCOUNT
            + """
            resource old 'A.B/c@2020-01-01' = {
              name: 'old'
              properties: { k: oai.listKeys().key1 }
            }
            module again 'inner.bicep' = {
              params: { name: oai.name }
            }
            module missing 'br:example.azurecr.io/none:1' = {}
            """
            + output);
    String called = "module keys 'keys.bicep' = {\n  params: { name: oai.name }\n}\n";
    assertThat(keyOutputs(called)).containsAnyOf("o", "second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oai.id",
        "oai.?name",
        "oai.identity.principalId",
        "'${oai.name}/x'",
        "resourceGroup().location",
        "again.name",
        "again.outputs.endpoint"
      })
  void anOutputOfAModuleThatHoldsNoKeyIsNone(String output) throws IOException {
    write("inner.bicep", KEYS);
    write(
        "keys.bicep",
        ACCOUNT
            + "module again 'inner.bicep' = {\n  params: { name: oai.name }\n}\n"
            + "output o string = "
            + output);
    String called = "module keys 'keys.bicep' = {\n  params: { name: oai.name }\n}\n";
    assertThat(keyOutputs(called)).doesNotContain("o");
  }

  /// Each level asks the next one twice.
  @Test
  void outputsThatDoubleAreLookedAtOnce() throws IOException {
    int levels = 40;
    for (int i = 0; i < levels; i++) {
      write(
          "l%d.bicep".formatted(i),
          """
          module a 'l%d.bicep' = {}
          output o string = '${a.outputs.o}${a.outputs.o}'
          """
              .formatted(i + 1));
    }
    write("l%d.bicep".formatted(levels), "output o string = ''\n");
    assertTimeout(
        Duration.ofSeconds(30),
        () -> assertThat(keyOutputs("module l 'l0.bicep' = {}\n")).isEmpty());
  }
}
