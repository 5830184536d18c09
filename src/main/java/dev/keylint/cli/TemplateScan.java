package dev.keylint.cli;

import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.ModuleSources;
import dev.keylint.module.Workspace;
import dev.keylint.plan.Interest;
import dev.keylint.plan.ScanPlan;
import dev.keylint.plan.ScanRequest;
import dev.keylint.plan.TemplateLoader;
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
  private final ModuleSources sources;
  private final DeploymentContext context;

  private TemplateScan(Terminal terminal, ModuleSources sources, DeploymentContext context) {
    this.terminal = terminal;
    this.sources = sources;
    this.context = context;
  }

  /// @throws Usage when an option names a folder or file that is not there
  static TemplateScan of(Terminal terminal, TemplateOptions options) {
    DeploymentContext context =
        options.context().map(file -> ContextFile.read(terminal, file)).orElse(PUBLIC_CLOUD);
    return new TemplateScan(terminal, options.modules().sources(terminal), context);
  }

  /// Finds everything below these paths, in the current folder when there are none; it is expanded
  /// when the estates are asked for.
  ///
  /// @param interest what rules will look at
  Judging.Input read(List<Path> paths, Interest interest) {
    List<Path> asked = asked(terminal, paths);
    Workspace workspace = workspace(terminal, asked, sources);
    TemplateLoader loader = new TemplateLoader(workspace, new ModuleResolver(workspace, sources));
    ScanPlan plan = ScanPlan.of(workspace, loader, ScanRequest.of(asked, interest));
    Estates estates = new PlannedEstates(loader, plan, interest, context);
    return new Judging.Input(
        estates, plan.files(), plan.diagnostics(), plan.silences(), List.of(), false);
  }

  /// Paths of the command line as absolute ones; the current folder when there are none.
  static List<Path> asked(Terminal terminal, List<Path> paths) {
    return (paths.isEmpty() ? List.of(Path.of(".")) : paths)
        .stream().map(path -> terminal.folder().resolve(path).normalize()).toList();
  }

  /// A path inside of the current folder may refer to all of that; one outside only to its own
  /// folder.
  ///
  /// @throws Usage when a path is not there
  static Workspace workspace(Terminal terminal, List<Path> paths, ModuleSources sources) {
    List<Path> roots = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new Usage("`" + shown(terminal, path) + "` is not there");
      }
      if (path.startsWith(terminal.folder())) {
        roots.add(terminal.folder());
      } else {
        roots.add(Files.isDirectory(path) ? path : path.resolveSibling(""));
      }
    }
    return Workspace.of(terminal.folder(), roots.stream().distinct().toList(), sources.folders());
  }

  private static Path shown(Terminal terminal, Path path) {
    return path.startsWith(terminal.folder()) ? terminal.folder().relativize(path) : path;
  }
}
