package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a verdict hangs on when a template uses more of its language than most do.
class LanguageTest {
  private static final String RULE = "openai-local-auth";
  private static final String SCHEMA =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
  private static final String PARAMETERS =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var off = false\nfunc settings() object => { disableLocalAuth: off }",
        "import { settings } from 'shared.bicep'",
        "func settings() object => loadYamlContent('data.yaml').account",
        "func settings() object => loadJsonContent(file, path)\nvar path = '$.${'account'}'"
            + "\nvar file = list[0]\nvar list = ['data.json']",
        "func settings() object => json('{disableLocalAuth: false,}')",
        "type pair = [@sealed(), string]\nfunc settings() object => { disableLocalAuth: false }",
        "var list = [\nfunc settings() object => { disableLocalAuth: false }",
      })
  void anAccountIsJudgedByWhatItsPropertiesComeTo(String declarations) throws IOException {
    write(
        "shared.bicep",
        "var off = false\n@export()\nfunc settings() object => { disableLocalAuth: off }\n");
    write("data.yaml", "off: &off\n  disableLocalAuth: false\naccount:\n  <<: *off\n");
    write("data.json", "{ account: { disableLocalAuth: false } }\n");
    write(
        "main.bicep",
        declarations
            + """

            resource quay 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
              name: 'quay'
              kind: 'OpenAI'
              location: 'here'
              properties: settings()
            }
            """);
    Scanned run = Scanned.folder(folder);
    assertThat(run.places(RULE, "fail")).as(run.out()).hasSize(1);
  }

  /// Azure refuses the one and may take the other; both are judged, and neither passes for that.
  @ParameterizedTest
  @ValueSource(strings = {"2023-99-99", "latest", "2099-01-01"})
  void whatIsNoApiVersionIsSaid(String version) throws IOException {
    write(
        "main.bicep",
        """
        resource quay 'Microsoft.CognitiveServices/accounts@VERSION' = {
          name: 'quay'
          kind: 'OpenAI'
          properties: { disableLocalAuth: false }
        }
        """
            .replace("VERSION", version));
    Scanned run = Scanned.folder(folder);
    assertThat(run.places(RULE, "fail")).as(run.out()).hasSize(1);
    assertThat(run.outWords().contains("`" + version + "` is no api-version"))
        .isEqualTo(!version.startsWith("2099"));
    write(
        "main.bicep",
        """
        extension microsoftGraph
        resource g 'Microsoft.Graph/groups@v1.0' = {
          displayName: 'g'
          uniqueName: 'g'
        }
        """);
    assertThat(Scanned.folder(folder).outWords()).doesNotContain("is no api-version");
  }

  @Test
  void aComputedNameIsItsValue() throws IOException {
    write(
        "azuredeploy.json",
        template(
            "\"parameters\": {\"stage\": {\"type\": \"string\", \"defaultValue\": \"test\"}},"
                + "\"variables\": {\"keyless-test\": false, \"keyless-live\": true},",
            account("[variables(concat('keyless-', parameters('stage')))]")));
    Scanned run = Scanned.folder(folder);
    assertThat(run.places(RULE, "fail")).as(run.out()).hasSize(1);
  }

  @Test
  void templatesOfBothLanguagesTakeTheSameParameterFiles() throws IOException {
    String parameter = "\"parameters\": {\"keyless\": {\"type\": \"bool\"}},";
    write("site.json", template(parameter, account("[parameters('keyless')]")));
    write(
        "site.bicep",
        """
        param keyless bool
        resource quay 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'quay'
          kind: 'OpenAI'
          location: 'here'
          properties: { disableLocalAuth: keyless }
        }
        """);
    write("site.parameters.json", values("false"));
    write("site.parameters-live.json", values("true"));
    Scanned run = Scanned.folder(folder);
    assertThat(run.places(RULE, "fail")).as(run.out()).hasSize(2);
    assertThat(run.places(RULE, "open")).as(run.out()).isEmpty();
    assertThat(run.out()).contains("expanded 4 deployments");
  }

  @Test
  void whatFailsInAFileThatStandsInForAUrlFails() throws IOException {
    write("parts/ai.json", template("", account("false")));
    write("azuredeploy.json", linked("https://raw.example.com/acme/main/infra/parts/ai.json"));
    Scanned run = Scanned.folder(folder);
    assertThat(run.places(RULE, "fail")).as(run.out()).hasSize(1);
    assertThat(run.out())
        .contains("`parts/ai.json` stands in for")
        .contains("expanded 1 deployment,");
  }

  @Test
  void whatCompliesInAFileThatStandsInForAUrlIsOpen() throws IOException {
    write("parts/ai.json", template("", account("true")));
    write("azuredeploy.json", linked("https://raw.example.com/acme/main/infra/parts/ai.json"));
    Scanned run = Scanned.folder(folder);
    assertThat(run.places(RULE, "fail")).as(run.out()).isEmpty();
    assertThat(run.places(RULE, "open")).as(run.out()).hasSize(1);
    assertThat(run.outWords())
        .contains(
            "a file of this scan stands in for"
                + " `https://raw.example.com/acme/main/infra/parts/ai.json`");
  }

  @Test
  void aUrlThatNothingStandsInForIsNamed() throws IOException {
    write("azuredeploy.json", linked("https://raw.example.com/acme/main/ai.json?sig=hidden"));
    Scanned run = Scanned.folder(folder);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.outWords())
        .contains("the template `https://raw.example.com/acme/main/ai.json` is not here");
  }

  private static String linked(String url) {
    return template(
        "",
        "{\"type\": \"Microsoft.Resources/deployments\", \"apiVersion\": \"2022-09-01\","
            + " \"name\": \"ai\", \"properties\": {\"mode\": \"Incremental\","
            + " \"templateLink\": {\"uri\": \""
            + url
            + "\"}}}");
  }

  private static String account(String keyless) {
    String value = keyless.startsWith("[") ? '"' + keyless + '"' : keyless;
    return "{\"type\": \"Microsoft.CognitiveServices/accounts\", \"apiVersion\": \"2025-06-01\","
        + " \"name\": \"quay\", \"kind\": \"OpenAI\", \"location\": \"here\","
        + " \"properties\": {\"disableLocalAuth\": "
        + value
        + "}}";
  }

  private static String template(String members, String resource) {
    return "{\"$schema\": \""
        + SCHEMA
        + "\", \"contentVersion\": \"1.0.0.0\", "
        + members
        + " \"resources\": ["
        + resource
        + "]}";
  }

  private static String values(String keyless) {
    return "{\"$schema\": \""
        + PARAMETERS
        + "\", \"contentVersion\": \"1.0.0.0\", \"parameters\": {\"keyless\": {\"value\": "
        + keyless
        + "}}}";
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
