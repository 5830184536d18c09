package dev.keylint.cli;

import dev.keylint.eval.DeploymentContext;
import dev.keylint.eval.Evaluator;
import dev.keylint.eval.Limits;
import dev.keylint.eval.RoleNames;
import dev.keylint.lower.PlannedDeployment;
import dev.keylint.lower.ScanPlan;
import dev.keylint.lower.TemplateLoader;
import dev.keylint.module.FileSearch;
import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// From paths to expanded deployments.
final class TemplateScan {
  private static final Set<String> EXTENSIONS = Set.of(".bicep", ".bicepparam", ".json");

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
        options
            .context()
            .map(file -> ContextFile.read(terminal, file))
            .orElse(DeploymentContext.NONE);
    return new TemplateScan(terminal, registries, context);
  }

  /// Reads and expands everything below these paths; the current folder when there are none.
  Judging.Input read(List<Path> paths) {
    List<Path> asked = paths.isEmpty() ? List.of(Path.of(".")) : paths;
    Workspace workspace = workspace(asked);
    Set<WorkspaceFile> files = new LinkedHashSet<>();
    Set<WorkspaceFile> named = new LinkedHashSet<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Path path : asked) {
      Path full = terminal.folder().resolve(path).normalize();
      if (Files.isDirectory(full)) {
        FileSearch.Result found = FileSearch.below(workspace, full, EXTENSIONS);
        files.addAll(found.files());
        diagnostics.addAll(found.diagnostics());
      } else {
        named.add(named(workspace, full, path));
      }
    }
    files.addAll(named);
    TemplateLoader loader =
        new TemplateLoader(workspace, new ModuleResolver(workspace, registries, List.of()));
    ScanPlan plan = ScanPlan.of(loader, List.copyOf(files), named);
    diagnostics.addAll(plan.diagnostics());
    return new Judging.Input(
        expand(plan), diagnostics, plan.filesRead(), plan.notUnderstood(), List.of(), false);
  }

  private List<Estate> expand(ScanPlan plan) {
    Evaluator evaluator = new Evaluator(RoleNames.NONE);
    return plan.deployments().parallelStream()
        .map((PlannedDeployment it) ->
            evaluator.expand(it.template(), it.parameters(), context, Limits.DEFAULT))
        .toList();
  }

  /// A path inside of the current folder may refer to all of that; one outside only to its own
  /// folder.
  private Workspace workspace(List<Path> paths) {
    List<Path> roots = new ArrayList<>();
    for (Path path : paths) {
      Path full = terminal.folder().resolve(path).normalize();
      if (!Files.exists(full)) {
        throw new Usage("`" + path + "` is not there");
      }
      if (full.startsWith(terminal.folder())) {
        roots.add(terminal.folder());
      } else {
        roots.add(Files.isDirectory(full) ? full : full.resolveSibling(""));
      }
    }
    return Workspace.of(terminal.folder(), roots.stream().distinct().toList(), registries);
  }

  private static WorkspaceFile named(Workspace workspace, Path full, Path given) {
    return switch (workspace.file(full, new Location.WholeFile(given.toString()))) {
      case Lookup.Found<WorkspaceFile>(var file) -> file;
      case Lookup.NotFound<WorkspaceFile>(var why) -> throw new Usage(why.message());
    };
  }
}
