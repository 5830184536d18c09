package dev.keylint.plan;

import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// The deployments of a plan, each lowered when its turn comes.
///
/// A template is kept as long as deployments that need it are still to come, so that shared modules
/// are lowered once and the others are held no longer than their deployment. Safe for several
/// threads.
public final class LoweredDeployments {
  private final TemplateLoader loader;
  private final Predicate<WorkspaceFile> wanted;
  private final Map<WorkspaceFile, Integer> awaited = new ConcurrentHashMap<>();

  public LoweredDeployments(TemplateLoader loader, List<PlannedDeployment> planned) {
    this(loader, planned, _ -> false);
  }

  /// @param wanted which templates are worth keeping although nothing planned needs them any more
  public LoweredDeployments(
      TemplateLoader loader, List<PlannedDeployment> planned, Predicate<WorkspaceFile> wanted) {
    this.loader = loader;
    this.wanted = wanted;
    planned.parallelStream()
        .forEach(it -> loader.needs(it).forEach(file -> awaited.merge(file, 1, Integer::sum)));
  }

  /// What `use` makes of a deployment, whose templates it must not keep; each deployment once.
  public <T> T with(PlannedDeployment planned, Function<LoweredDeployment, T> use) {
    try {
      return use.apply(lower(planned, loader.variables()));
    } finally {
      loader.needs(planned).forEach(this::release);
    }
  }

  /// A twin of a deployment with the same values, while that one is in use.
  public LoweredDeployment twin(PlannedDeployment planned, WorkspaceFile twin) {
    return lower(twin, planned, true, loader.variables());
  }

  /// A deployment as it would be if a variable had another value, while that is in use.
  public LoweredDeployment with(PlannedDeployment planned, OtherValue other) {
    AzdVariables variables = loader.variables();
    String name = other.by().name();
    return lower(
        planned,
        other.text().map(it -> variables.with(name, it)).orElseGet(() -> variables.open(name)));
  }

  private LoweredDeployment lower(PlannedDeployment planned, AzdVariables variables) {
    if (planned.made().isPresent()) {
      return LoweredDeployment.of(planned.made().orElseThrow(), Optional.empty(), variables, true);
    }
    LoweredDeployment lowered =
        planned.layers().isEmpty()
            ? lower(planned.template(), planned, false, variables)
            : new LayeredDeployment(loader, variables).of(planned.layers());
    return planned.purpose() == PlannedDeployment.Purpose.PROBE
        ? lowered.withoutDefaults()
        : lowered;
  }

  /// @param lenient whether the parameter file is for another template, so that it may give more
  private LoweredDeployment lower(
      WorkspaceFile root, PlannedDeployment planned, boolean lenient, AzdVariables variables) {
    Optional<WorkspaceFile> parameters = planned.parameters();
    Optional<Diagnostic> lost = parameters.flatMap(this::lost);
    return switch (loader.load(root)) {
      case Loaded.Template(Template template) when lost.isEmpty() ->
          LoweredDeployment.of(
              template,
              parameters
                  .flatMap(loader::values)
                  .map(values -> lenient ? known(values, template) : values),
              variables,
              planned.byAzd());
      case Loaded.Template _ -> LoweredDeployment.lost(root, lost.orElseThrow());
      case Loaded.Unreadable(var why) -> LoweredDeployment.lost(root, why);
      case Loaded.Other _, Loaded.Parameters _ ->
          throw new IllegalStateException(root + " was planned and is no template");
    };
  }

  /// The values that a template has parameters for.
  private static ParameterFile known(ParameterFile values, Template template) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    template.parameters().forEach(parameter -> names.add(parameter.name()));
    return new ParameterFile(
        values.source(),
        values.template(),
        values.variables(),
        values.functions(),
        values.arguments().stream().filter(it -> names.contains(it.name())).toList(),
        values.unread(),
        values.diagnostics());
  }

  /// Why a file that was read once is not to be had any more.
  private Optional<Diagnostic> lost(WorkspaceFile file) {
    return loader.parsed(file) instanceof Lookup.NotFound<ParsedFile>(var why)
        ? Optional.of(why)
        : Optional.empty();
  }

  private void release(WorkspaceFile file) {
    if (awaited.merge(file, -1, Integer::sum) == 0 && !wanted.test(file)) {
      loader.drop(file);
    }
  }
}
