package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions at which scanners that match text fail, and the only right answers.
final class ProbesTest {
  private static final String RULE = "openai-local-auth";
  private static final Keylint KEYLINT = Keylint.with(RULE);

  @TempDir private Path folder;

  @Test
  void aParameterWithoutAValueIsUndecidedAndNamed() throws IOException {
    write("main.bicep", "param disableLocalAuth bool\n" + account("disableLocalAuth"));
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "open")).containsExactly("main.bicep:6");
    assertThat(scan.places(RULE, "fail")).isEmpty();
    assertThat(scan.out()).contains("disableLocalAuth");
    assertThat(scan.exit()).isEqualTo(0);
    assertThat(KEYLINT.scan(folder, "--fail-on-open").exit()).isEqualTo(3);
  }

  @Test
  void theSameInArm() throws IOException {
    write(
        "main.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {"disableLocalAuth": {"type": "bool"}},
          "resources": [{
            "type": "Microsoft.CognitiveServices/accounts",
            "apiVersion": "2025-06-01",
            "name": "a",
            "kind": "OpenAI",
            "properties": {
              "disableLocalAuth": "[parameters('disableLocalAuth')]"
            }
          }]
        }
        """);
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "open")).containsExactly("main.json:11");
    assertThat(scan.exit()).isEqualTo(0);
  }

  @Test
  void aParameterFileBeatsTheDefaultAndIsShown() throws IOException {
    write("main.bicep", "param off bool = true\n" + account("off"));
    write("main.bicepparam", "using 'main.bicep'\n\nparam off = false\n");
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "fail")).containsExactly("main.bicep:6");
    assertThat(scan.out()).contains("main.bicepparam:3");
    assertThat(scan.exit()).isEqualTo(1);
  }

  @Test
  void aSecondParameterFileDoesNotHideTheFirst() throws IOException {
    write("main.bicep", "param off bool = true\n" + account("off"));
    write("dev.bicepparam", "using 'main.bicep'\nparam off = false\n");
    write("prod.bicepparam", "using 'main.bicep'\nparam off = true\n");
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "fail")).containsExactly("main.bicep:6");
    assertThat(scan.out()).contains("dev.bicepparam");
  }

  @Test
  void aModuleIsJudgedWithTheArgumentsOfItsCallers() throws IOException {
    write(
        "modules/a.bicep",
        "param off bool = false\n" + account("off").replace("'a'", "'a-${off}'"));
    write(
        "main.bicep",
        "module a 'modules/a.bicep' = {\n  name: 'a'\n  params: {\n    off: true\n  }\n}\n");
    assertThat(KEYLINT.scan(folder).places(RULE, "fail")).isEmpty();

    write(
        "main.bicep",
        Files.readString(folder.resolve("main.bicep"))
            + "module b 'modules/a.bicep' = {\n  name: 'b'\n}\n");
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "fail")).containsExactly("modules/a.bicep:6");
    assertThat(scan.out()).contains("main.bicep:7");
  }

  @Test
  void aNegationIsEvaluated() throws IOException {
    write("main.bicep", "param allowKeys bool = false\n" + account("!allowKeys"));
    assertThat(KEYLINT.scan(folder).places(RULE, "fail")).isEmpty();
    write("main.bicep", "param allowKeys bool = true\n" + account("!allowKeys"));
    assertThat(KEYLINT.scan(folder).places(RULE, "fail")).containsExactly("main.bicep:6");
    write("main.bicep", "param allowKeys bool\n" + account("!allowKeys"));
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places(RULE, "open")).containsExactly("main.bicep:6");
    assertThat(scan.out()).contains("`allowKeys`");
  }

  @Test
  void eachFileHasItsOwnParameters() throws IOException {
    write("one.bicep", "param off bool = false\n" + account("off"));
    write("two.bicep", "param off bool = true\n" + account("off"));
    for (String[] paths :
        List.of(new String[] {"one.bicep", "two.bicep"}, new String[] {"two.bicep", "one.bicep"})) {
      assertThat(KEYLINT.scan(folder, paths).places(RULE, "fail")).containsExactly("one.bicep:6");
    }
    assertThat(KEYLINT.scan(folder, "two.bicep").exit()).isEqualTo(0);
  }

  @Test
  void aSearchServiceThatTakesKeysOnlyRefusesEveryToken() throws IOException {
    write("main.bicep", SEARCH.formatted("{}"));
    Keylint keylint = Keylint.with("search-keys-only", "search-local-auth");
    Scanned scan = keylint.scan(folder);
    assertThat(scan.places("search-keys-only", "fail")).hasSize(1);
    write(
        "main.bicep", SEARCH.formatted("{\n    authOptions: {\n      aadOrApiKey: {}\n    }\n  }"));
    scan = keylint.scan(folder);
    assertThat(scan.places("search-keys-only", "fail")).isEmpty();
    assertThat(scan.places("search-local-auth", "fail")).hasSize(1);
  }

  private static final String SEARCH =
      """
      resource s 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 's'
        location: 'westeurope'
        properties: %s
      }

      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        location: 'westeurope'
        identity: {
          type: 'SystemAssigned'
        }
        properties: {
          siteConfig: {
            appSettings: [
              {
                name: 'AZURE_SEARCH_ENDPOINT'
                value: 'https://${s.name}.search.windows.net'
              }
            ]
          }
        }
      }
      """;

  /// An account whose local authentication is decided by an expression, in line 6 of a file with
  /// one line before.
  private static String account(String expression) {
    return "resource a 'Microsoft.CognitiveServices/accounts@2025-06-01' = {\n"
        + "  name: 'a'\n"
        + "  kind: 'OpenAI'\n"
        + "  properties: {\n"
        + "    disableLocalAuth: "
        + expression
        + "\n  }\n}\n";
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
