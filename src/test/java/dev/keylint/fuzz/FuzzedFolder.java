package dev.keylint.fuzz;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.graph.AccessGraph;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.plan.LoweredDeployments;
import dev.keylint.plan.PlannedDeployment;
import dev.keylint.plan.ScanPlan;
import dev.keylint.plan.ScanRequest;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder with one file that a stranger wrote and the others that it needs, read as a scan reads
/// it: planned, lowered, expanded, joined.
final class FuzzedFolder {
  /// Hundreds of inputs a second are worth more than the last loop of one.
  private static final Limits FEW = Limits.DEFAULT.steps(20_000);

  private final Path folder;

  private FuzzedFolder(Path folder) {
    this.folder = folder;
  }

  /// A new folder with the files that stay as they are.
  static FuzzedFolder with(Map<String, String> files) {
    try {
      FuzzedFolder made = new FuzzedFolder(Files.createTempDirectory("keylint-fuzz"));
      made.folder.toFile().deleteOnExit();
      files.forEach((name, text) -> made.write(name, text.getBytes(StandardCharsets.UTF_8)));
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the folder with this file in it; what it deploys.
  List<Estate> read(String name, byte[] content) {
    write(name, content);
    Workspace workspace = Workspace.of(folder, List.of(folder), List.of());
    ModuleResolver modules = new ModuleResolver(workspace, List.of(), List.of());
    TemplateLoader loader = new TemplateLoader(workspace, modules);
    ScanPlan plan = ScanPlan.of(workspace, loader, ScanRequest.of(List.of(folder)));
    Places.check(plan.diagnostics());
    LoweredDeployments deployments = new LoweredDeployments(loader, plan.deployments());
    Evaluator evaluator = new Evaluator(_ -> Optional.empty());
    List<Estate> estates = new ArrayList<>();
    for (PlannedDeployment planned : plan.deployments()) {
      Estate estate =
          deployments.with(
              planned,
              it -> {
                Places.check(it.diagnostics());
                return evaluator.expand(
                    it.template(), it.parameters(), DeploymentContext.NONE, FEW);
              });
      Places.check(estate.diagnostics());
      AccessGraph.of(estate);
      estates.add(estate);
    }
    Places.check(modules.diagnostics());
    return estates;
  }

  private void write(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content).toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
