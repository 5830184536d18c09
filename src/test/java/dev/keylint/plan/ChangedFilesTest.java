package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are written while a scan runs, between planning and lowering.
class ChangedFilesTest {
  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "one.bicep, changed while it was being scanned",
    "one.bicep, cannot be read",
    "one.parameters.json, changed while it was being scanned",
    "one.parameters.json, cannot be read",
    "part.bicep, changed while it was being scanned",
    "part.bicep, there is no file",
  })
  void aFileThatChangesLosesOnlyItself(String file, String how) throws IOException {
    Project project =
        new Project(root)
            .with("one.bicep", "param p string\nmodule m 'part.bicep' = {}")
            .with(
                "one.parameters.json",
                "{\"$schema\": \"x/deploymentParameters.json#\", \"parameters\": {\"p\":"
                    + " {\"value\": \"v\"}}}")
            .with("part.bicep", "output o string = 'o'")
            .with("other.bicep", "output o string = 'o'");
    TemplateLoader loader = project.loader();
    ScanPlan plan = ScanPlan.of(loader.workspace(), loader, ScanRequest.of(List.of(root)));
    if (!how.startsWith("changed")) {
      Files.delete(root.resolve(file));
    } else {
      Files.writeString(root.resolve(file), "output other string = 'o'");
    }
    plan.deployments().forEach(it -> loader.needs(it.template()).forEach(loader::drop));
    plan.deployments().forEach(it -> it.parameters().ifPresent(loader::drop));
    List<LoweredDeployment> deployments = Project.deployments(plan, loader);
    assertThat(deployments).hasSize(2);
    assertThat(deployments.getFirst().diagnostics())
        .singleElement()
        .satisfies(found -> assertThat(found.kind().incomplete()).isTrue())
        .satisfies(found -> assertThat(found.toString()).contains(file).containsPattern(how));
    assertThat(deployments.getLast().diagnostics()).isEmpty();
    assertThat(deployments.getLast().template().outputs()).hasSize(1);
  }
}
