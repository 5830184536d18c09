package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A finding in a published module points at what its reader can change.
final class PublishedModuleTest {
  private static final Keylint RULE = Keylint.with("search-local-auth");

  @TempDir Path folder;

  @BeforeEach
  void publish() throws IOException {
    write(
        "registry/contoso.azurecr.io/search/service/v1/main.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {"name": {"type": "string"},
                         "keysOff": {"type": "bool", "defaultValue": false}},
          "resources": [
            {"type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01",
             "name": "[parameters('name')]",
             "properties": {"disableLocalAuth": "[parameters('keysOff')]"}}
          ]
        }
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private Scanned scan(String bicep) throws IOException {
    write("main.bicep", bicep);
    return RULE.scan(folder, "--registry-dir=registry", "main.bicep");
  }

  @Test
  void theArgumentIsThePlace() throws IOException {
    Scanned scanned =
        scan(
            """
            module docs 'br:contoso.azurecr.io/search/service:v1' = {
              params: {
                name: 'docs'
                keysOff: false
              }
            }
            """);
    assertThat(scanned.places("search-local-auth", "fail")).containsExactly("main.bicep:4");
    assertThat(scanned.out()).contains("main.json:9", "what the module makes of it");
  }

  @Test
  void theCallIsThePlaceWhereTheModuleHasItsOwnValue() throws IOException {
    Scanned scanned =
        scan(
            """
            param n string
            module docs 'br:contoso.azurecr.io/search/service:v1' = {
              params: { name: n }
            }
            """);
    assertThat(scanned.places("search-local-auth", "fail")).containsExactly("main.bicep:2");
  }

  @Test
  void theArgumentOfTheNearestFileIsThePlace() throws IOException {
    write(
        "parts/docs.bicep",
        """
        param off bool
        module docs 'br:contoso.azurecr.io/search/service:v1' = {
          params: { name: 'docs', keysOff: off }
        }
        """);
    Scanned scanned =
        scan("module docs 'parts/docs.bicep' = { name: 'd', params: { off: false } }\n");
    assertThat(scanned.places("search-local-auth", "fail")).containsExactly("parts/docs.bicep:3");
    assertThat(scanned.out()).contains("main.bicep:1");
  }

  @Test
  void whatIsNotDecidedIsPlacedLikewise() throws IOException {
    Scanned scanned =
        scan(
            """
            param off bool
            module docs 'br:contoso.azurecr.io/search/service:v1' = {
              params: { name: 'docs', keysOff: off }
            }
            """);
    assertThat(scanned.places("search-local-auth", "open")).containsExactly("main.bicep:3");
  }

  /// The argument decided what the module made of it.
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          [not(parameters('keys'))]                                     => 4
          [if(parameters('keys'), false(), true())]                     => 4
          [if(parameters('keys'), parameters('rest').off, true())]      => 5
          [equals(parameters('rest').mode, 'rbac')]                     => 5
          [and(not(parameters('keys')), true())]                        => 4
          [and(true(), equals(parameters('rest').mode, 'rbac'))]        => 5
          [or(false(), parameters('rest').off)]                         => 5
          [bool(parameters('rest').text)]                               => 5
          [empty(parameters('keysFor'))]                                => 6
          [contains(createArray('none'), first(parameters('keysFor')))] => 6
          [variables('byMode')[parameters('rest').mode]]                => 5
          [coalesce(tryGet(variables('byMode'), parameters('rest').mode), true())] => 5
          [union(createObject('off', true()), parameters('rest')).off]  => 5
          [equals(parameters('rest').mode, first(parameters('keysFor')))] => 1
          [equals(1, 2)]                                                => 1
          """)
  void theArgumentThatDecidedIsThePlace(String made, int line) throws IOException {
    replace("[parameters('keysOff')]", made);
    replace(
        "\"keysOff\": {\"type\": \"bool\", \"defaultValue\": false}}",
        "\"keys\": {\"type\": \"bool\"}, \"rest\": {\"type\": \"object\"}, \"keysFor\": {\"type\":"
            + " \"array\"}}, \"variables\": {\"byMode\": {\"keys\": false}}");
    Scanned scanned =
        scan(
            """
            module docs 'br:contoso.azurecr.io/search/service:v1' = {
              params: {
                name: 'docs'
                keys: true
                rest: { off: false, mode: 'keys', text: 'false' }
                keysFor: [ 'all' ]
              }
            }
            """);
    assertThat(scanned.places("search-local-auth", "fail")).containsExactly("main.bicep:" + line);
  }

  /// Each item is a matter of its own.
  @Test
  void inAListTheItemIsThePlace() throws IOException {
    replace("\"name\": \"[parameters('name')]\"", NAMED_BY_TURN);
    replace("[parameters('keysOff')]", "[not(parameters('all')[copyIndex()].keys)]");
    replace(
        "\"keysOff\": {\"type\": \"bool\", \"defaultValue\": false}",
        "\"all\": {\"type\": \"array\"}");
    Scanned scanned =
        scan(
            """
            module docs 'br:contoso.azurecr.io/search/service:v1' = {
              params: {
                name: 'docs'
                all: [
                  { keys: true }
                  { keys: false }
                  {
                    keys: true
                  }
                ]
              }
            }
            """);
    assertThat(scanned.places("search-local-auth", "fail"))
        .containsExactly("main.bicep:5", "main.bicep:8");
  }

  @Test
  void aBodyThatComesByAnArgumentIsPlacedThere() throws IOException {
    replace("{\"disableLocalAuth\": \"[parameters('keysOff')]\"}", "\"[parameters('keysOff')]\"");
    replace("\"bool\", \"defaultValue\": false", "\"object\"");
    Scanned scanned =
        scan(
            """
            module docs 'br:contoso.azurecr.io/search/service:v1' = {
              params: {
                name: 'docs'
                keysOff: { disableLocalAuth: false }
              }
            }
            """);
    assertThat(scanned.places("search-local-auth", "fail")).containsExactly("main.bicep:4");
  }

  private static final String NAMED_BY_TURN =
      "\"copy\": {\"name\": \"each\", \"count\": \"[length(parameters('all'))]\"},"
          + " \"name\": \"[concat(parameters('name'), copyIndex())]\"";

  private void replace(String old, String by) throws IOException {
    String published = "registry/contoso.azurecr.io/search/service/v1/main.json";
    String text = Files.readString(folder.resolve(published));
    assertThat(text).contains(old);
    write(published, text.replace(old, by));
  }

  /// Nobody here could change it.
  @Test
  void whatAPublishedModuleLeavesOutIsNotSaid() throws IOException {
    String published = "registry/contoso.azurecr.io/search/service/v1/main.json";
    write(
        published,
        Files.readString(folder.resolve(published))
            .replace("{\"type\": \"Micro", "{\"condition\": false, \"type\": \"Micro"));
    Scanned scanned =
        scan(
            """
            module docs 'br:contoso.azurecr.io/search/service:v1' = {
              params: { name: 'docs' }
            }
            """);
    assertThat(scanned.verdicts()).isEmpty();
    assertThat(scanned.out()).doesNotContain("left out");
  }
}
