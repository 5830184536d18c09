package dev.keylint.cli;

import dev.keylint.eval.DeploymentContext;
import dev.keylint.lower.ScanPlan;
import dev.keylint.lower.ScanRequest;
import dev.keylint.lower.TemplateLoader;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From paths to expanded deployments.
final class TemplateScan {
  /// Nothing is known of where it is deployed to but the cloud, which is Azure's own unless
  /// `--context` says another.
  private static final DeploymentContext PUBLIC_CLOUD =
      new DeploymentContext(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of("AzureCloud"));

  private final Terminal terminal;
  private final List<Path> registries;
  private final DeploymentContext context;

  private TemplateScan(Terminal terminal, List<Path> registries, DeploymentContext context) {
    this.terminal = terminal;
    this.registries = registries;
    this.context = context;
  }

  /// @throws Usage when an option names a folder or file that is not there
  static TemplateScan of(Terminal terminal, TemplateOptions options) {
    List<Path> registries = new ArrayList<>();
    for (Path registry : options.registries()) {
      Path folder = terminal.folder().resolve(registry);
      if (!Files.isDirectory(folder)) {
        throw new Usage("--registry-dir names `" + registry + "`, which is no folder");
      }
      registries.add(folder);
    }
    DeploymentContext context =
        options.context().map(file -> ContextFile.read(terminal, file)).orElse(PUBLIC_CLOUD);
    return new TemplateScan(terminal, registries, context);
  }

  /// Reads and expands everything below these paths; the current folder when there are none.
  Judging.Input read(List<Path> paths) {
    List<Path> asked =
        (paths.isEmpty() ? List.of(Path.of(".")) : paths)
            .stream().map(path -> terminal.folder().resolve(path).normalize()).toList();
    Workspace workspace = workspace(asked);
    TemplateLoader loader =
        new TemplateLoader(workspace, new ModuleResolver(workspace, registries, List.of()));
    ScanPlan plan = ScanPlan.of(workspace, loader, ScanRequest.of(asked));
    return new Judging.Input(
        Expansions.of(plan.deployments(), context),
        plan.diagnostics(),
        plan.silences(),
        plan.files().size(),
        plan.notUnderstood(),
        List.of(),
        false);
  }

  /// A path inside of the current folder may refer to all of that; one outside only to its own
  /// folder.
  private Workspace workspace(List<Path> paths) {
    List<Path> roots = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new Usage("`" + path + "` is not there");
      }
      if (path.startsWith(terminal.folder())) {
        roots.add(terminal.folder());
      } else {
        roots.add(Files.isDirectory(path) ? path : path.resolveSibling(""));
      }
    }
    return Workspace.of(terminal.folder(), roots.stream().distinct().toList(), registries);
  }
}
