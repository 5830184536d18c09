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

/// Whatever is given for a secure parameter, and in whatever way, no output shows it: not as a
/// value, in a message, or in the lines around a finding.
final class SecretsTest {
  private static final String SECRET = "Kestrel-Over-Fen";

  /// A finding whose lines before and behind are shown with it.
  private static final String OPEN =
      """
      resource s 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'desk'
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Defaults, used in all the ways that end up in words.
        "param pw string = 'SECRET'\nOPENoutput o int = { a: 1 }[pw]",
        "param pw string = 'SECRET'\nOPENoutput o bool = contains(resourceGroup().id, pw)",
        "param pw string = 'SECRET'\nOPENoutput o string = pw",
        "param pw string = 'SECRET'\nOPENoutput o string = 'a-${pw}-b'",
        "param pw string = 'SECRET'\nOPENoutput o string = '${resourceGroup().name}-${pw}'",
        "param pw string = 'SECRET'\nOPENoutput o object = { x: { y: [ pw ] } }",
        "param pw string = 'SECRET'\nOPENoutput o object = { '${pw}': 1 }",
        "param pw string = 'SECRET'\nOPENoutput o int = int(pw)",
        "param pw string = 'SECRET'\nOPENoutput o object = json(pw)",
        "param pw string = 'SECRET'\nOPENoutput o string = dateTimeAdd(pw, 'P1D')",
        "param pw string = 'SECRET'\nOPENoutput o string = [1, 2][pw]",
        "param pw string = 'SECRET'\nOPENoutput o string = resourceId('A.b/c', pw)",
        "param pw string = 'SECRET'\nOPENoutput o string = reference(pw).id",
        "param pw string = 'SECRET'\nOPENoutput o string = resourceGroup().tags[pw]",
        "param pw string = 'SECRET'\nOPENoutput o string = fail(pw)",
        "param pw string = 'SECRET'\nOPENoutput o string = loadTextContent('SECRET')",
        "param pw string = 'SECRET'\nOPENresource w 'Microsoft.Web/sites@2024-04-01' = "
            + "{\n  name: 'x-${pw}'\n}",
        "param pw string = 'SECRET'\nOPENmodule m 'SECRET.bicep' = { name: pw }",
        // Nothing uses it, and it is written in other ways.
        "param pw string = 'SECRET'\nOPEN",
        "param pw string = true ? 'SECRET' : 'x'\nOPEN",
        "param pw string = v\nvar v = 'SECRET'\nOPEN",
        "param pw object = {\n  a: 'SECRET'\n}\nOPENoutput o object = pw",
        "param pw string = '''SECRET'''\nOPEN",
      })
  void theDefaultOfASecureParameter(String template) throws IOException {
    write("main.bicep", "@secure()\n" + template.replace("OPEN", OPEN).replace("SECRET", SECRET));
    nothingShows(SECRET, "main.bicep");
  }

  @Test
  void whatAParameterFileGives() throws IOException {
    write("main.bicep", "@secure()\nparam pw string\n" + OPEN + "output o int = { a: 1 }[pw]\n");
    write("main.bicepparam", "using 'main.bicep'\nparam pw = 'SECRET'\nparam q = nothing\n");
    write(
        "main.parameters.json",
        """
        {"$schema": "https://x/deploymentParameters.json#", "contentVersion": "1.0.0.0",
         "parameters": {"pw": {"value": "SECRET"}, "odd": {"value": "${{X}}"}}}
        """);
    nothingShows(SECRET, "main.bicep");
    nothingShows(SECRET, "main.bicepparam");
  }

  @Test
  void whatTheDeveloperCliGivesByDefault() throws IOException {
    write("azure.yaml", "name: x\ninfra:\n  path: .\n");
    write("main.bicep", "@secure()\nparam pw string\n" + OPEN + "output o int = { a: 1 }[pw]\n");
    write(
        "main.parameters.json",
        """
        {"$schema": "https://x/deploymentParameters.json#", "contentVersion": "1.0.0.0",
         "parameters": {"pw": {"value": "${DATABASE_PASSWORD=SECRET}"}, "odd": {"value": "${{X}}"}}}
        """);
    nothingShows(SECRET, "main.bicep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "if (false) ", "if (resourceGroup().name == 'x') "})
  void whatAModuleIsGiven(String condition) throws IOException {
    write("part.bicep", "@secure()\nparam pw string\n" + OPEN + "output o int = { a: 1 }[pw]\n");
    write(
        "main.bicep",
        "module m 'part.bicep' = " + condition + "{\n  params: { pw: 'SECRET' }\n}\n" + OPEN);
    nothingShows(SECRET, "main.bicep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"securestring", "secureString", "secureObject"})
  void whatAJsonTemplateSays(String type) throws IOException {
    String value = type.equals("secureObject") ? "{\"a\": \"SECRET\"}" : "\"SECRET\"";
    write(
        "main.json",
        """
        {"$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
         "parameters": {"pw": {"type": "%s", "defaultValue": %s}},
         "resources": [
           {"type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01", "name": "desk"},
           {"type": "Microsoft.Web/sites", "apiVersion": "2024-04-01", "name": "w",
            "properties": {"p": "[parameters('pw')]", "q": "[createObject('a', 1)[parameters('pw')]]"}}
         ],
         "outputs": {"o": {"type": "string", "value": "[string(parameters('pw'))]"}}}
        """
            .formatted(type, value));
    nothingShows(SECRET, "main.json");
  }

  @Test
  void aTextThatIsWrittenWithEscapes() throws IOException {
    write("main.bicep", "@secure()\nparam pw string = 'It\\'s-Kestrel\\u{2d}Fen'\n" + OPEN);
    nothingShows("Kestrel", "main.bicep");
    Files.delete(folder.resolve("main.bicep"));
    write(
        "main.json",
        """
        {"$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
         "parameters": {"pw": {"type": "securestring", "defaultValue": "a\\"\\u004bestrel\\\\Fen"}},
         "resources": [
           {"type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01", "name": "desk"}]}
        """);
    nothingShows("estrel", "main.json");
  }

  @Test
  void aShortOneIsHiddenWhereItStandsAlone() throws IOException {
    write(
        "main.bicep",
        "@secure()\nparam pw string = 'ab1'\n" + OPEN + "output o int = { a: 1 }[pw]\n");
    nothingShows("ab1", "main.bicep");
  }

  @Test
  void whatIsMadeOfASecret() throws IOException {
    write(
        "main.bicep",
        """
        @secure()
        param pw string = 'SECRET'
        resource s 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'desk'
        }
        var a = toUpper(pw)
        var b = replace(pw, '-', '')
        var c = base64(pw)
        output x int = { a: 1 }[a]
        output y string = reference(b).z
        output z bool = contains(resourceGroup().id, c)
        """);
    nothingShows("KESTREL", "main.bicep");
    nothingShows("KestrelOver", "main.bicep");
    nothingShows("S2VzdHJlbC1PdmVyLUZlb", "main.bicep");
  }

  @Test
  void whatASecureOutputGives() throws IOException {
    write("main.bicep", "@secure()\noutput o string = 'SECRET'\n" + OPEN);
    nothingShows(SECRET, "main.bicep");
  }

  @Test
  void literalKeysLookTheSameInAllOutputs() throws IOException {
    String key = "0f8a3c55d1e94b7f9a60c2be13d7a481";
    write(
        "main.bicep",
        OPEN
            + "output o string = '"
            + key
            + "'\noutput p string = 'k=${resourceGroup().name};"
            + key
            + "'\noutput q int = { a: 1 }['"
            + key
            + "']\n");
    nothingShows(key, "main.bicep");
    Scanned restore = Scanned.command(folder, "restore", "main.bicep");
    assertThat(restore.out() + restore.err()).doesNotContain(key);
  }

  @Test
  void whatIsNoSecretIsShown() throws IOException {
    write(
        "main.bicep",
        """
        @secure()
        param pw string = ''
        @secure()
        param id string = newGuid()
        param tier string = 'standard'
        output o int = { a: 1 }[tier]
        """);
    assertThat(Scanned.command(folder, "expand", "main.bicep").out())
        .contains("no property `standard`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tags: { 'api-key': 'SECRET4' }",
        "tags: { adminPassword: 'SECRET4' }",
        "properties: { a: [ { CLIENT_PWD: 'SECRET4' } ] }",
        "properties: { env: [ { name: 'SOME_API_KEY', value: 'SECRET4' } ] }",
        "properties: { connectionString: 'Server=x;User=y;Password=SECRET4' }",
      })
  void aLiteralWhereASecretBelongs(String member) throws IOException {
    write(
        "main.bicep",
        "resource s 'Microsoft.Search/searchServices@2025-05-01' = {\n"
            + "  name: 'desk'\n  "
            + member
            + "\n}\n");
    nothingShows(SECRET, "main.bicep");
  }

  @Test
  void whatASecretIsComparedWith() throws IOException {
    write(
        "main.bicep",
        "@secure()\nparam pw string\n"
            + OPEN
            + "output a bool = pw == 'SECRET'\noutput b string = 'SECRET' != pw ? 'x' : 'y'\n");
    nothingShows(SECRET, "main.bicep");
  }

  @Test
  void namesOfSecretsAreShown() throws IOException {
    write(
        "main.bicep",
        """
        resource s 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'desk'
          tags: {
            secretName: 'shown-one-1'
            passwordSecretRef: 'shown-two-2'
            secret: 'shown-three-3'
            token: 'shown'
            apiKey: '@Microsoft.KeyVault(SecretUri=https://shown-four.vault.azure.net)'
            tokenEndpoint: 'shown-five-5'
            clientPassword: 'https://shown-six.example/6'
          }
        }
        """);
    assertThat(Scanned.command(folder, "expand", "main.bicep").out())
        .contains("shown-one-1", "shown-two-2", "shown-three-3", "shown\"", "shown-four")
        .contains("shown-five-5", "shown-six");
  }

  /// A secure object of settings holds such names, too.
  @Test
  void whatResourcesAreCalledIsShown() throws IOException {
    write(
        "main.bicep",
        """
        @secure()
        param settings object = { service: 'desk-east', index: 'index-one', part: 'part-1', key: 'KEY' }
        resource s 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'desk-east'
        }
        resource link 'Microsoft.Search/searchServices/sharedPrivateLinkResources@2025-05-01' = {
          name: 'desk-east/index-one'
        }
        resource other 'Microsoft.Search/searchServices@2025-05-01' existing = {
          name: 'desk-${uniqueString(resourceGroup().id)}'
          resource part 'sharedPrivateLinkResources' = { name: 'part-1' }
        }
        output all object = settings
        """
            .replace("KEY", SECRET));
    assertThat(Scanned.folder(folder).out()).contains("'desk-east'").doesNotContain(SECRET);
    assertThat(Scanned.command(folder, "expand", "main.bicep").out())
        .contains("\"desk-east/index-one\"", "part-1")
        .doesNotContain(SECRET);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text.replace("SECRET", SECRET));
  }

  private void nothingShows(String secret, String file) throws IOException {
    for (List<String> arguments :
        List.of(
            List.of("scan", "."),
            List.of("scan", "--output=sarif", "."),
            List.of("scan", "--output=sarif-full", "."),
            List.of("expand", file),
            List.of("expand", "--no-locations", file))) {
      Scanned run = Scanned.command(folder, arguments.toArray(String[]::new));
      assertThat(run.exit()).as(run.err()).isNotEqualTo(4);
      assertThat(run.out() + run.err())
          .as(String.join(" ", arguments))
          .contains("desk")
          .doesNotContain(secret);
    }
  }
}
