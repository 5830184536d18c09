package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Without a network: what needs none, and what is said when there is none.
final class RestoreCommandTest {
  private static final String UNREACHABLE = "br:localhost:1/ai/hub:1";

  @TempDir private Path folder;

  @Test
  void filesWithoutReferencesNeedNothing() throws IOException {
    write("main.bicep", "param a string");
    Scanned run = Scanned.command(folder, "restore", "--cache", "modules");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo("no references to registries\n");
    assertThat(folder.resolve("modules")).isEmptyDirectory();
  }

  @Test
  void allKindsOfReferencesAreFoundWhereverTheyStand() throws IOException {
    write("infra/main.bicep", "module a '../shared/part.bicep' = {}\nextension 'br:h.io/ext:1'");
    write(
        "shared/part.bicep",
        "module b 'br:" + "localhost:1/part:1' = {}\nimport {x} from 'br/own:types:1'");
    write("infra/main.bicepparam", "using 'br:localhost:1/using:1'");
    write("infra/extra.json", "{\"$schema\": \"x/deploymentTemplate.json#\", \"resources\": []}");
    write(
        "bicepconfig.json",
        "{\"moduleAliases\": {\"br\": {\"own\": {\"registry\": \"localhost:1\"}}}}");
    Scanned run =
        Scanned.command(
            folder, "restore", "--cache", "modules", "--allow-registry", "localhost:1", "infra");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> !line.startsWith(" ")))
        .containsExactly(
            "skipped  br:h.io/ext:1: keylint needs no extension's types",
            "failed   br:localhost:1/part:1: `localhost:1` cannot be reached",
            "failed   br:localhost:1/types:1: `localhost:1` cannot be reached",
            "failed   br:localhost:1/using:1: `localhost:1` cannot be reached",
            "4 modules: 0 fetched, 0 already there, 1 skipped, 3 failed; incomplete");
    assertThat(run.out())
        .contains("at shared/part.bicep:1:10")
        .contains("at infra/main.bicepparam:1:7");
  }

  @Test
  void whatIsInTheCacheIsFoundByRestoreAndScan() throws IOException {
    write("main.bicep", "module a '" + UNREACHABLE + "' = {}");
    for (String file : new String[] {"main.json", "manifest", "metadata"}) {
      write("modules/br/localhost$1/ai$hub/1$/" + file, template());
    }
    Scanned restore = Scanned.command(folder, "restore", "--cache", "modules");
    assertThat(restore.out())
        .isEqualTo(
            "present  " + UNREACHABLE + "\n1 module: 0 fetched, 1 already there, 0 failed\n");
    assertThat(restore.exit()).isZero();
    assertThat(Scanned.command(folder, "expand", "--cache", "modules", "main.bicep").out())
        .contains("\"Microsoft.Search/searchServices\"");
    Scanned without = Scanned.command(folder, "scan", "main.bicep");
    assertThat(without.exit()).isEqualTo(3);
    assertThat(without.out() + without.err())
        .contains("the module `" + UNREACHABLE + "` is not here")
        .contains("run `keylint restore` on the same paths");
  }

  @Test
  void whatARegistryFolderHoldsIsNotFetched() throws IOException {
    write("main.bicep", "module a '" + UNREACHABLE + "' = {}");
    write("registry/localhost$1/ai/hub/1/main.json", template());
    Scanned run =
        Scanned.command(folder, "restore", "--cache", "modules", "--registry-dir", "registry");
    assertThat(run.out()).startsWith("present  " + UNREACHABLE);
    assertThat(folder.resolve("modules")).isEmptyDirectory();
  }

  @Test
  void aBrokenConfigurationIsReportedWithItsPlace() throws IOException {
    write("main.bicep", "module a 'br/own:a:1' = {}");
    write("bicepconfig.json", "{\"moduleAliases\": {\"br\": 1}}");
    Scanned restore = Scanned.command(folder, "restore", "--cache", "modules");
    assertThat(restore.exit()).isEqualTo(3);
    assertThat(restore.err()).startsWith("bicepconfig.json:1:26: `br` is an object");
    assertThat(Scanned.command(folder, "expand", "main.bicep").out()).contains("`br` is an object");
  }

  @Test
  void registriesThatNobodyAllowedAreNotAsked() throws IOException {
    write("main.bicep", "module a '" + UNREACHABLE + "' = {}\nmodule b 'br:h.example./b:1' = {}");
    Scanned run = Scanned.command(folder, "restore", "--cache", "modules");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out().lines().filter(line -> !line.startsWith(" ")))
        .containsExactly(
            "failed   br:h.example./b:1: `h.example.` is no host that can be asked",
            "failed   "
                + UNREACHABLE
                + ": `localhost:1` is not asked unless you allow it with"
                + " `--allow-registry localhost:1`",
            "2 modules: 0 fetched, 0 already there, 2 failed; incomplete");
  }

  @ParameterizedTest
  @CsvSource({
    "--allow-registry, https://h.example",
    "--allow-registry, h.example/path",
    "--allow-registry, h.example.",
    "--allow-registry, user@h.example",
    "--allow-registry, ''",
    "--timeout, 0",
    "--timeout, -1",
    "--timeout, soon",
  })
  void wrongOptionsAreAUsageError(String option, String value) {
    assertThat(Scanned.command(folder, "restore", option + "=" + value).exit()).isEqualTo(2);
  }

  /// The author of a pull request may prepare any folder of the tree, but not the user's.
  @Test
  void aCacheOfTheScannedFolderIsNoReasonNotToFetch() throws IOException {
    write("main.bicep", "module a '" + UNREACHABLE + "' = {}");
    write("bicepconfig.json", "{\"cacheRootDirectory\": \"" + folder.resolve(".c") + "\"}");
    for (String file : new String[] {"main.json", "manifest", "metadata"}) {
      write(".c/br/localhost$1/ai$hub/1$/" + file, template());
    }
    Scanned run = Scanned.command(folder, "restore", "--allow-registry=localhost:1");
    assertThat(run.out()).startsWith("failed   " + UNREACHABLE);
    Scanned expand = Scanned.command(folder, "expand", "main.bicep");
    assertThat(expand.out())
        .contains("is taken from `.c/br/localhost$1/ai$hub/1$/main.json`")
        .contains("\"Microsoft.Search/searchServices\"");
    write("own/br/localhost$1/ai$hub/1$/main.json", template().replace("hub", "own"));
    assertThat(Scanned.command(folder, "expand", "--cache=own", "main.bicep").out())
        .contains("\"own\"")
        .doesNotContain("is taken from");
  }

  @Test
  void namesOfStrangersAreNeutralised() throws IOException {
    write("main.bicep", "module a 'br:##vso[task.x]' = {}");
    Scanned run = Scanned.command(folder, "restore", "--cache", "modules");
    assertThat(run.out()).doesNotContain("##vso[").contains("is no address of a module");
  }

  @Test
  void pathsThatAreNotThereAreAUsageError() {
    assertThat(Scanned.command(folder, "restore", "none").exit()).isEqualTo(2);
    assertThat(Scanned.command(folder, "scan", "--cache", "none").exit()).isEqualTo(2);
  }

  private static String template() {
    return """
    {
      "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      "contentVersion": "1.0.0.0",
      "resources": [
        {
          "type": "Microsoft.Search/searchServices",
          "apiVersion": "2023-11-01",
          "name": "hub",
          "location": "westeurope",
          "properties": {"disableLocalAuth": true}
        }
      ]
    }
    """;
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
