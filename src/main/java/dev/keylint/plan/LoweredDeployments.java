package dev.keylint.plan;

import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The deployments of a plan, each lowered when its turn comes.
///
/// A template is kept as long as deployments that need it are still to come, so that shared modules
/// are lowered once and the others are held no longer than their deployment. Safe for several
/// threads.
public final class LoweredDeployments {
  private final TemplateLoader loader;
  private final Map<WorkspaceFile, Integer> awaited = new ConcurrentHashMap<>();

  public LoweredDeployments(TemplateLoader loader, List<PlannedDeployment> planned) {
    this.loader = loader;
    planned.parallelStream()
        .forEach(it -> needs(it).forEach(file -> awaited.merge(file, 1, Integer::sum)));
  }

  /// What `use` makes of a deployment, whose templates it must not keep; each deployment once.
  public <T> T with(PlannedDeployment planned, Function<LoweredDeployment, T> use) {
    try {
      return use.apply(lower(planned));
    } finally {
      needs(planned).forEach(this::release);
    }
  }

  private LoweredDeployment lower(PlannedDeployment planned) {
    Optional<Diagnostic> lost = planned.parameters().flatMap(this::lost);
    return switch (loader.load(planned.template())) {
      case Loaded.Template(Template template) when lost.isEmpty() ->
          LoweredDeployment.of(template, planned.parameters().flatMap(loader::values));
      case Loaded.Template _ -> LoweredDeployment.lost(planned.template(), lost.orElseThrow());
      case Loaded.Unreadable(var why) -> LoweredDeployment.lost(planned.template(), why);
      case Loaded.Other _, Loaded.Parameters _ ->
          throw new IllegalStateException(planned.template() + " was planned and is no template");
    };
  }

  /// Why a file that was read once is not to be had any more.
  private Optional<Diagnostic> lost(WorkspaceFile file) {
    return loader.parsed(file) instanceof Lookup.NotFound<ParsedFile>(var why)
        ? Optional.of(why)
        : Optional.empty();
  }

  private Set<WorkspaceFile> needs(PlannedDeployment planned) {
    Set<WorkspaceFile> needs = new HashSet<>(loader.needs(planned.template()));
    planned.parameters().ifPresent(file -> needs.addAll(loader.needs(file)));
    return needs;
  }

  private void release(WorkspaceFile file) {
    if (awaited.merge(file, -1, Integer::sum) == 0) {
      loader.drop(file);
    }
  }
}
