package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
