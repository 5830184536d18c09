package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A part of a parameter or a count keeps something out; the words name just that.
final class LeftOutPartsTest {
  private static final Keylint RULE = Keylint.with("search-local-auth");

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private List<String> warnings(String bicep) throws IOException {
    write("main.bicep", bicep);
    return warnings();
  }

  private List<String> warnings() {
    Scanned scanned = RULE.scan(folder);
    assertThat(scanned.exit()).isZero();
    return scanned.verdicts().stream()
        .filter(it -> it.kind().equals("fail"))
        .map(it -> it.file() + " " + it.level() + " " + it.message())
        .toList();
  }

  private void says(String words, String bicep) throws IOException {
    assertThat(warnings(bicep))
        .as(words)
        .singleElement()
        .asString()
        .contains(" warning If " + words + ": ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          if (cfg.enabled)                        | cfg.enabled
          if (cfg.enabled == true)                | cfg.enabled
          if (!cfg.disabled)                      | cfg.disabled
          if (cfg.?missing ?? false)              | cfg.missing
          if (contains(cfg, 'on') && cfg.enabled) | cfg.enabled
          if (alias.enabled)                      | cfg.enabled
          if (isOn)                               | cfg.enabled
          if (made.on)                            | cfg.enabled
          if (cfg.inner.enabled)                  | cfg.inner.enabled
          if (list[0].enabled)                    | list[0].enabled
          if (cfg['enabled'])                     | cfg.enabled
          """)
  void aPartOfAnObjectIsSupposedAndTheRestStays(String gate, String named) throws IOException {
    String value = named.endsWith("disabled") ? "false" : "true";
    String bicep =
        """
        param cfg object = {
          enabled: false, disabled: true, on: 1, keysOff: KEYS, inner: { enabled: false }
        }
        param list array = [{ enabled: false }]
        var alias = cfg
        var isOn = cfg.enabled
        var made = { on: cfg.enabled }
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = GATE {
          name: 'docs'
          properties: { disableLocalAuth: cfg.keysOff }
        }
        """
            .replace("GATE", gate);
    says("`" + named + "` were " + value, bicep.replace("KEYS", "false"));
    assertThat(warnings(bicep.replace("KEYS", "true"))).isEmpty();
  }

  @Test
  void aPartIsFollowedThroughModuleCalls() throws IOException {
    write(
        "part.bicep",
        """
        param cfg object
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = if (cfg.enabled) {
          name: 'docs'
          properties: { disableLocalAuth: cfg.keysOff }
        }
        """);
    String main = "module a 'part.bicep' = { name: 'a', params: { cfg: CFG } }\n";
    says(
        "`all.search.enabled` were true",
        "param all object = { search: { enabled: false, keysOff: false } }\n"
            + main.replace("CFG", "all.search"));
    says(
        "`more` were true",
        "param more bool = false\n" + main.replace("CFG", "{ enabled: more, keysOff: false }"));
    says("`cfg.enabled` were true", main.replace("CFG", "{ enabled: false, keysOff: false }"));
    says(
        "`all.enabled` were true",
        "param all object = { enabled: false }\n"
            + main.replace("CFG", "{ enabled: all.enabled, keysOff: false }"));
  }

  /// What the other members of the argument are made of has no say.
  @Test
  void aMemberThatAnArgumentLacksIsSupposed() throws IOException {
    write(
        "part.bicep",
        """
        param cfg object
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = if (cfg.?keys != null) {
          name: 'docs'
          properties: { disableLocalAuth: false }
        }
        """);
    says(
        "`cfg.keys` had another value",
        """
        param prefix string = 'x'
        module m 'part.bicep' = { name: 'm', params: { cfg: { name: 'a-${prefix}' } } }
        """);
  }

  @Test
  void aPartOfWhatAParameterFileGivesIsSupposed() throws IOException {
    write(
        "main.bicepparam",
        "using 'main.bicep'\nparam cfg = {\n  enabled: false\n  keysOff: false\n}\n");
    says(
        "`cfg.enabled` were true",
        """
        param cfg object
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = if (cfg.enabled) {
          name: 'docs'
          properties: { disableLocalAuth: cfg.keysOff }
        }
        """);
    assertThat(RULE.scan(folder).out()).contains("main.bicepparam:3:12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count int = 0          | range(0, count)                | `count` were more than 0
          cfg object = { n: 0 }  | range(0, cfg.n)                | `cfg.n` were more than 0
          cfg object = { s: [] } | cfg.s                          | `cfg.s` had an item
          cfg object = {}        | items(cfg)                     | `cfg` had an item
          """)
  void aLoopIsSaidByWhatItCounts(String parameter, String over, String words) throws IOException {
    says(
        words,
        """
        param PARAMETER
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = [for i in OVER: {
          name: 'docs'
          properties: { disableLocalAuth: false }
        }]
        """
            .replace("PARAMETER", parameter)
            .replace("OVER", over));
  }

  @Test
  void aCountOfJsonIsANumber() throws IOException {
    write(
        "main.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {"count": {"type": "int", "defaultValue": 0}},
          "resources": [
            {"copy": {"name": "c", "count": "[parameters('count')]"},
             "type": "Microsoft.Search/searchServices",
             "apiVersion": "2025-05-01", "name": "[format('s{0}', copyIndex())]",
             "properties": {"disableLocalAuth": false}}
          ]
        }
        """);
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains("If `count` were more than 0: API keys open 's…'");
  }

  @Test
  void whatHasNoNameYetIsCalledByItsSymbol() throws IOException {
    says(
        "`items` had an item: API keys open 'docs' to any network",
        """
        param items array = []
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = [for i in items: {
          name: i.name
          properties: { disableLocalAuth: false }
        }]
        """);
  }
}
