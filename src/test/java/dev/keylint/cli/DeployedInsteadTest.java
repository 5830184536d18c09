package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Of two files that could be deployed, azure.yaml and teamsapp.yml say which one is.
final class DeployedInsteadTest extends SearchFolder {
  private static final String COMPILED =
      """
      {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
       "contentVersion": "1.0.0.0",
       "metadata": {"_generator": {"name": "bicep", "version": "0.39.26"}},
       "resources": [{"type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01",
         "name": "docs", "properties": {"disableLocalAuth": false}}]}
      """;

  /// azd compiles the Bicep file itself; the JSON may still be what a button takes.
  @ParameterizedTest
  @ValueSource(strings = {"name: it\n", "infra:\n  path: infra\n  module: main\n"})
  void azdDoesNotDeployWhatWasCompiledBeforehand(String project) throws IOException {
    write("azure.yaml", project);
    write("infra/main.bicep", search("docs", "true"));
    write("infra/main.json", COMPILED);
    Scanned run = scan();
    assertThat(levels(run)).containsExactly("error infra/main.json");
    assertThat(oneLine(run))
        .contains(
            "azure.yaml deploys `infra/main.bicep`, not `infra/main.json`: exclude this file if it"
                + " is dead",
            "where it is not so: compile it again -> infra/main.bicep")
        .doesNotContain("deployed by infra/main.json");
  }

  @Test
  void eachLayerIsWhatIsDeployedOfItsTwin() throws IOException {
    write("azure.yaml", "infra:\n  layers:\n  - {name: a, path: a}\n  - {name: b, path: b}\n");
    write("a/main.bicep", search("a", "true"));
    write("b/main.bicep", search("docs", "true"));
    write("b/main.json", COMPILED);
    assertThat(oneLine(scan())).contains("azure.yaml deploys `b/main.bicep`, not `b/main.json`");
  }

  /// Nothing speaks against a file that a project names, nor against what it is made of.
  @Test
  void aTwinMayBeWhatIsDeployed() throws IOException {
    write(
        "teamsapp.yml",
        "provision:\n  - uses: arm/deploy\n    with: {templates: [{path: infra/main.json}]}\n");
    write("infra/main.bicep", search("docs", "false"));
    write("infra/main.json", COMPILED.replace("2025-05-01", "2024-06-01-preview"));
    Scanned run = scan();
    assertThat(levels(run)).containsExactly("error infra/main.bicep", "error infra/main.json");
    assertThat(oneLine(run)).contains("change it here, then compile again").doesNotContain("dead");
  }

  /// They are about that place, so they stand under it and not below, among the advice.
  @Test
  void wordsThatDoNotFitBesideAPlaceStandUnderIt() throws IOException {
    write("azure.yaml", "infra:\n  path: deploy\n");
    write("deploy/main.bicep", search("live", "true"));
    write("deploy/site.bicep", search("dead", "false"));
    assertThat(scan().out())
        .contains(
            "  |         ------\n"
                + "  |         azure.yaml deploys `main`, not `deploy/site.bicep`: exclude this"
                + " file if it is dead\n"
                + "  |\n");
  }
}
