package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON that says that the compiler made it is believed when it gives what its source gives.
class TwinsTest {
  private static final String GENERATOR =
      "\"metadata\": {\"_generator\": {\"name\": \"bicep\", \"version\": \"0.39.26\"}},";
  private static final String SOURCE =
      """
      param name string = 'demo'
      resource a 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: name
        kind: 'OpenAI'
        location: 'westeurope'
        sku: { name: 'S0' }
        properties: { disableLocalAuth: true }
      }
      """;
  private static final String PARAMETER =
      "\"name\": {\"type\": \"string\", \"defaultValue\": \"demo\"}";
  private static final String KEYLESS = "\"disableLocalAuth\": true";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"main.json", "main.symbolicnames.json", "Main.JSON"})
  void whatGivesTheSameIsLeftOut(String twin) throws IOException {
    write("main.bicep", SOURCE);
    write(twin, template(PARAMETER, KEYLESS, GENERATOR));
    Scanned run = Scanned.folder(folder);
    assertThat(run.out())
        .contains("compiled from `main.bicep`, which is scanned instead", "expanded 1 deployment,");
    assertThat(run.exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"main.json", "main.symbolicnames.json"})
  void whatGivesSomethingElseIsJudged(String twin) throws IOException {
    write("main.bicep", SOURCE);
    write(twin, template(PARAMETER, "\"disableLocalAuth\": false", GENERATOR));
    Scanned run = Scanned.folder(folder);
    assertThat(rules(run)).containsExactly("openai-local-auth " + twin);
    assertThat(run.outWords())
        .contains("differs from `main.bicep`, which it is compiled from", "so both are judged")
        .contains("`az bicep build --file main.bicep`")
        .contains("compiled from this file, where it is not so: compile it again -> main.bicep")
        .doesNotContain("change it here");
    assertThat(run.exit()).isEqualTo(1);
  }

  /// What is wrong in both is mended in the source.
  @Test
  void whatTheSourceHasTooIsToBeChangedThere() throws IOException {
    String open = "disableLocalAuth: false";
    write("main.bicep", SOURCE.replace("disableLocalAuth: true", open));
    String twin = template(PARAMETER, "\"disableLocalAuth\": false", GENERATOR);
    write("main.json", twin.replace("\"S0\"", "\"S1\""));
    Scanned run = Scanned.folder(folder);
    assertThat(rules(run))
        .containsExactly("openai-local-auth main.bicep", "openai-local-auth main.json");
    assertThat(run.outWords())
        .contains("compiled from this file: change it here, then compile again -> main.bicep")
        .doesNotContain("where it is not so");
  }

  @Test
  void anotherResourceIsADifference() throws IOException {
    write("main.bicep", SOURCE);
    String more =
        "{\"type\": \"Microsoft.Search/searchServices\", \"apiVersion\": \"2025-05-01\","
            + " \"name\": \"s\", \"location\": \"x\", \"sku\": {\"name\": \"basic\"},"
            + " \"properties\": {}}";
    write(
        "main.json",
        template(PARAMETER, KEYLESS, GENERATOR)
            .replace("\"resources\": [", "\"resources\": [" + more + ","));
    assertThat(rules(Scanned.folder(folder))).contains("search-local-auth main.json");
  }

  /// What a module that is not here leaves out can't be told from what was added.
  @Test
  void whatIsLeftOutOfAModuleThatIsNotHereIsNotCompared() throws IOException {
    write(
        "main.bicep",
        SOURCE + "module m 'br/public:avm/res/search/search-service:0.1.0' = if (false) {}\n");
    String search =
        "{\"type\": \"Microsoft.Search/searchServices\", \"apiVersion\": \"2025-05-01\","
            + " \"name\": \"s\", \"condition\": false, \"properties\": {}}";
    write(
        "main.json",
        template(PARAMETER, KEYLESS, GENERATOR)
            .replace("\"resources\": [", "\"resources\": [" + search + ","));
    assertThat(Scanned.folder(folder).out())
        .contains("cannot be compared with `main.bicep`")
        .doesNotContain("differs from");
  }

  /// Differs only with the values that the template is deployed with.
  @Test
  void parameterFilesAreComparedToo() throws IOException {
    write("main.bicep", SOURCE);
    write(
        "main.json",
        template(
            PARAMETER,
            "\"disableLocalAuth\": \"[equals(parameters('name'), 'demo')]\"",
            GENERATOR));
    assertThat(Scanned.folder(folder).exit()).isZero();
    write("main.parameters.json", parameters("prod"));
    write("main.parameters.dev.json", parameters("demo"));
    Scanned both = Scanned.folder(folder);
    assertThat(rules(both)).containsExactly("openai-local-auth main.json");
    assertThat(both.out()).contains("differs from").doesNotContain("scanned instead");
  }

  @Test
  void theTwinOfAModuleIsComparedWithTheModuleAlone() throws IOException {
    write("part.bicep", SOURCE);
    write("main.bicep", "module p 'part.bicep' = { name: 'p', params: { name: 'other' } }");
    write("part.json", template(PARAMETER, KEYLESS, GENERATOR));
    Scanned run = Scanned.folder(folder);
    assertThat(run.out())
        .contains("compiled from `part.bicep`, which is scanned instead", "expanded 1 deployment,");
    write("part.json", template(PARAMETER, "\"customSubDomainName\": \"x\"", GENERATOR));
    assertThat(rules(Scanned.folder(folder))).containsExactly("openai-local-auth part.json");
  }

  @Test
  void ofASourceWithMissingModulesNothingIsProven() throws IOException {
    write("main.bicep", "module p 'br:h.example/none:1' = { name: 'p' }");
    write("main.json", template(PARAMETER, "\"disableLocalAuth\": false", GENERATOR));
    Scanned run = Scanned.folder(folder);
    assertThat(rules(run)).contains("openai-local-auth main.json");
    assertThat(run.out()).contains("cannot be compared with `main.bicep`");
    assertThat(run.outWords())
        .contains("compile it again and, if this stays, change it here -> main.bicep");
  }

  @Test
  void whatNoRuleLooksAtIsNotExpanded() throws IOException {
    write("main.bicep", "resource a 'A.B/c@2024-01-01' = { name: 'a' }");
    write(
        "main.json",
        template("", KEYLESS, GENERATOR).replace("Microsoft.CognitiveServices/accounts", "A.B/c"));
    Scanned run = Scanned.folder(folder);
    assertThat(run.out())
        .contains("compiled from `main.bicep`, which is scanned instead", "expanded 1 deployment,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[concat('Microsoft.Cog', 'nitiveServices/accounts')]", "x/providers/y"})
  void aTypeThatIsNotSeenAtOnceIsLookedAt(String type) throws IOException {
    write("main.bicep", SOURCE);
    write(
        "main.json",
        template("", KEYLESS, GENERATOR).replace("Microsoft.CognitiveServices/accounts", type));
    assertThat(Scanned.folder(folder).out()).contains("differs from `main.bicep`");
  }

  @Test
  void whatIsNamedIsJudgedWhateverItSays() throws IOException {
    write("main.bicep", SOURCE);
    write("main.json", template(PARAMETER, KEYLESS, GENERATOR));
    assertThat(Scanned.folder(folder, "main.json", "main.bicep").out())
        .contains("expanded 2 deployments");
  }

  private static final String SWITCH = "\"more\": {\"type\": \"bool\", \"defaultValue\": false}";

  /// What a button in a portal deploys is what the JSON says, with other parameters as well.
  @Test
  void whatIsSwitchedOffIsComparedToo() throws IOException {
    String source =
        SOURCE
            + SOURCE
                .substring(SOURCE.indexOf("resource"))
                .replace("resource a", "resource b")
                .replace(" = {", " = if (more) {")
                .replace("name: name", "name: '${name}2'")
            + "param more bool = false\n";
    write("main.bicep", source);
    String twin = template(PARAMETER + "," + SWITCH, KEYLESS, GENERATOR);
    int start = twin.indexOf("{", twin.indexOf("\"resources\""));
    String one = twin.substring(start, twin.lastIndexOf("]"));
    String off =
        one.replace("\"name\": \"[", "\"condition\": \"[parameters('more')]\", \"name\": \"[")
            .replace("[parameters('name')]", "[format('{0}2', parameters('name'))]");
    write("main.json", twin.replace(one, one + "," + off));
    Scanned same = Scanned.folder(folder);
    assertThat(same.out()).contains("compiled from `main.bicep`, which is scanned instead");
    assertThat(same.exit()).isZero();
    String open = off.replace(KEYLESS, "\"disableLocalAuth\": false");
    write("main.json", twin.replace(one, one + "," + open));
    Scanned forged = Scanned.folder(folder);
    assertThat(forged.out()).contains("differs from `main.bicep`, which it is compiled from");
    assertThat(rules(forged)).containsExactly("openai-local-auth main.json");
    write("main.json", twin);
    assertThat(Scanned.folder(folder).out()).contains("differs from `main.bicep`");
  }

  /// The compiler writes a published module into its output.
  @Test
  void whatAPublishedModuleLeavesOutIsNoDifference() throws IOException {
    write("main.bicep", "module p 'br:h.example/part:1' = { name: 'p' }");
    String part =
        template(
                "\"name\": {\"type\": \"string\", \"defaultValue\": \"d\"}," + SWITCH,
                "\"disableLocalAuth\": false",
                "")
            .replace("\"name\": \"[", "\"condition\": \"[parameters('more')]\", \"name\": \"[");
    Path registry = folder.resolve("registry/h.example/part/1");
    Files.createDirectories(registry);
    Files.writeString(registry.resolve("main.json"), part);
    write(
        "main.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0", METADATA
          "resources": [{
            "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "p",
            "properties": {
              "expressionEvaluationOptions": {"scope": "inner"}, "mode": "Incremental",
              "template": PART
            }
          }]
        }
        """
            .replace("METADATA", GENERATOR)
            .replace("PART", part));
    Scanned run = Scanned.folder(folder, ".", "--registry-dir", "registry");
    assertThat(run.out()).contains("compiled from `main.bicep`, which is scanned instead");
  }

  private static String parameters(String name) {
    return """
    {"$schema": "https://schema/2019-04-01/deploymentParameters.json#",
     "parameters": {"name": {"value": "NAME"}}}
    """
        .replace("NAME", name);
  }

  static String template(String parameter, String properties, String metadata) {
    return """
    {
      "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      "contentVersion": "1.0.0.0", METADATA
      "parameters": {PARAMETER},
      "resources": [{
        "type": "Microsoft.CognitiveServices/accounts",
        "apiVersion": "2025-06-01",
        "name": "NAME",
        "kind": "OpenAI",
        "location": "westeurope",
        "sku": {"name": "S0"},
        "properties": {PROPERTIES}
      }]
    }
    """
        .replace("METADATA", metadata)
        .replace("PARAMETER", parameter)
        .replace("PROPERTIES", properties)
        .replace("NAME", parameter.isEmpty() ? "demo" : "[parameters('name')]");
  }

  private static List<String> rules(Scanned run) {
    return run.verdicts().stream()
        .filter(it -> it.kind().equals("fail"))
        .map(it -> it.rule() + " " + it.file())
        .toList();
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }
}
