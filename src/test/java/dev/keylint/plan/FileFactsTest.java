package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is known of a file before it is lowered.
class FileFactsTest {
  @TempDir private Path folder;

  private FileFacts facts(String name, String text) {
    Project project = new Project(folder).with(name, text);
    TemplateLoader loader = project.loader();
    if (loader.workspace().file(folder.resolve(name), new Location.WholeFile(name))
            instanceof Lookup.Found<WorkspaceFile>(var file)
        && loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts)) {
      return facts;
    }
    throw new AssertionError(name);
  }

  private static String show(FileFacts facts) {
    StringJoiner words = new StringJoiner(" ");
    words.add(facts.kind().name());
    words.add(facts.isEmpty() ? "empty" : "");
    words.add(facts.deploys() ? "deploys" : "");
    words.add(facts.isCompiled() ? "compiled" : "");
    words.add(facts.needsValues() ? "needs" : "");
    return words.toString().replaceAll(" +", " ").strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "                                                | BICEP_TEMPLATE empty",
        "// only a comment                               | BICEP_TEMPLATE",
        "type t = string                                 | BICEP_TEMPLATE",
        "resource a 'A.B/c@2024-01-01' = { name: 'a' }   | BICEP_TEMPLATE deploys",
        "module a 'a.bicep' = {}                         | BICEP_TEMPLATE deploys",
        "output a string = ''                            | BICEP_TEMPLATE deploys",
        "param a string                                  | BICEP_TEMPLATE needs",
        "param a string = ''                             | BICEP_TEMPLATE",
        "param a string?                                 | BICEP_TEMPLATE",
      })
  void ofBicep(String text, String facts) {
    assertThat(show(facts("main.bicep", text == null ? "" : text))).isEqualTo(facts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"resources\": []                                        | ARM_TEMPLATE",
        "\"resources\": {}                                        | ARM_TEMPLATE",
        "\"resources\": [{}]                                      | ARM_TEMPLATE deploys",
        "\"resources\": {\"a\": {}}                               | ARM_TEMPLATE deploys",
        "\"resources\": [], \"outputs\": {\"o\": {}}              | ARM_TEMPLATE deploys",
        "\"resources\": [], \"outputs\": {}                       | ARM_TEMPLATE",
        "\"resources\": [], \"parameters\": {\"p\": {}}           | ARM_TEMPLATE needs",
        "\"resources\": [], \"parameters\": {\"p\": {\"defaultValue\": 1}} | ARM_TEMPLATE",
        "\"resources\": [], \"parameters\": {\"p\": {\"nullable\": true}}  | ARM_TEMPLATE",
        "\"resources\": [], \"parameters\": {\"p\": {\"nullable\": false}} | ARM_TEMPLATE needs",
        "\"resources\": [], \"parameters\": {\"p\": {\"nullable\": \"yes\"}} | ARM_TEMPLATE needs",
        "\"resources\": [], \"parameters\": {\"p\": 1}            | ARM_TEMPLATE",
        "\"resources\": [], \"metadata\": {\"_generator\": {\"name\": \"bicep\"}}"
            + "                                                   | ARM_TEMPLATE compiled",
        "\"resources\": [], \"metadata\": {\"_generator\": {\"name\": \"other\"}} | ARM_TEMPLATE",
      })
  void ofAnArmTemplate(String members, String facts) {
    String json = "{\"$schema\": \"https://x/deploymentTemplate.json#\", " + members + "}";
    assertThat(show(facts("main.json", json))).isEqualTo(facts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.bicepparam | using none                                          | BICEP_PARAMETERS",
        "a.json | {\"$schema\": \"https://x/deploymentParameters.json#\"}   | ARM_PARAMETERS",
        "a.json | {\"$schema\": \"https://x/deploymentParameters.json#\",   | ARM_PARAMETERS",
        "a.json | {\"$schema\": \"https://x/deploymentTemplate.json#\",     | BROKEN_JSON",
        "a.json | {\"about\": \"deploymentTemplate.json\"}                  | OTHER_JSON",
        "a.json | {\"a\": 1}                                                | OTHER",
        "a.json |                                                           | OTHER empty",
      })
  void ofOtherFiles(String name, String text, String facts) {
    assertThat(show(facts(name, text == null ? "" : text))).isEqualTo(facts);
  }

  /// A broken parameter file is said to be one where its values are read.
  @ParameterizedTest
  @CsvSource({"Template, 1", "Parameters, 0"})
  void ofBrokenJsonItIsSaidWhatIsWrong(String schema, int notes) {
    String json = "{\"$schema\": \"https://x/deployment" + schema + ".json#\",";
    assertThat(facts("a.json", json).notes()).hasSize(notes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\": \"Microsoft.Search/searchServices\"     | microsoft.search/searchservices",
        "\"type\": \"A.B/c/d\"                             | a.b/c",
        "\"id\": \"[resourceId('A.B/c', 'n')]\"            | a.b/c",
        "\"id\": \"/providers/A.B/c/n\"                    | a.b/c",
        "\"path\": \"a/b\"                                 |",
        "\"path\": \".a/b\"                                |",
        "\"type\": \"[parameters('t')]\"                   | *",
        "\"type\": \"/providers/b\"                        | *",
        "\"template\": \"[variables('t')]\"                | *",
        "\"templateLink\": {}                              | *",
        "\"list\": [[{\"n\": \"A.B/c\"}]]                  | a.b/c",
        "\"number\": 1                                     |",
      })
  void aCompiledTemplateSpeaksOfTypes(String members, String types) {
    String json =
        "{\"$schema\": \"x/deploymentTemplate.json#\", \"metadata\": {\"_generator\": {\"name\":"
            + " \"bicep\"}}, \"resources\": [{"
            + members
            + "}]}";
    String found =
        String.join(
            " ",
            facts("main.json", json).mentions().stream()
                .filter(it -> !it.equals("deploymenttemplate.json"))
                .filter(it -> !it.startsWith("x/"))
                .sorted()
                .toList());
    assertThat(found).isEqualTo(types == null ? "" : types);
  }
}
