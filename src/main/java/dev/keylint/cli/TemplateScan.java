package dev.keylint.cli;

import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.ModuleSources;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.Interest;
import dev.keylint.plan.PlannedDeployment;
import dev.keylint.plan.ScanPlan;
import dev.keylint.plan.ScanRequest;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.report.HiddenTexts;
import dev.keylint.text.Lazy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static final Pattern PLAIN = Pattern.compile("(?i)true|false|[-+]?[0-9]+");

  private final Terminal terminal;
  private final ModuleSources sources;
  private final DeploymentContext context;
  private final AzdVariables environment;

  /// The variables among these that the user named one by one.
  private final Set<String> single;

  /// Folders that are not scanned: of published modules, and of rules.
  private final List<Path> apart;

  private TemplateScan(
      Terminal terminal,
      ModuleSources sources,
      DeploymentContext context,
      AzdVariables environment,
      Set<String> single,
      List<Path> apart) {
    this.terminal = terminal;
    this.sources = sources;
    this.context = context;
    this.environment = environment;
    this.single = single;
    this.apart = apart;
  }

  /// @throws Usage when an option names a folder or file that is not there
  static TemplateScan of(Terminal terminal, TemplateOptions options) {
    return of(terminal, options, new OwnRules());
  }

  /// The same, without what lies in the folders of rules.
  ///
  /// @throws Usage when an option names a folder or file that is not there
  static TemplateScan of(Terminal terminal, TemplateOptions options, OwnRules rules) {
    DeploymentContext context =
        options.context().map(file -> ContextFile.read(terminal, file)).orElse(PUBLIC_CLOUD);
    ModuleSources sources = options.modules().sources(terminal);
    return new TemplateScan(
        terminal,
        sources,
        context,
        options.environment().variables(terminal),
        options.environment().single().keySet(),
        Stream.concat(sources.folders().stream(), rules.folders(terminal).stream()).toList());
  }

  /// Finds everything below these paths, in the current folder when there are none; it is expanded
  /// when the estates are asked for.
  ///
  /// @param interest what rules will look at
  Input read(List<Path> paths, Interest interest) {
    List<Path> asked = new Checkout(terminal).asked(paths);
    return read(workspace(asked), ScanRequest.of(asked, interest));
  }

  /// Finds and plans all of a request.
  Input read(Workspace workspace, ScanRequest request) {
    TemplateLoader loader =
        new TemplateLoader(workspace, new ModuleResolver(workspace, sources), environment);
    ScanPlan plan = ScanPlan.of(workspace, loader, request);
    return input(workspace, loader, plan, request);
  }

  private Input input(
      Workspace workspace, TemplateLoader loader, ScanPlan plan, ScanRequest request) {
    PlannedEstates estates = new PlannedEstates(loader, plan, request.interest(), context, single);
    OwnFiles files = OwnFiles.toRead(workspace);
    Again again =
        new Again(
            new Lazy<>(() -> parts(loader, estates.planned())),
            estates::steps,
            texts -> read(files.with(texts), request),
            (part, texts) -> again(files.with(texts), plan, part, request));
    return new Input(
        estates,
        plan.files(),
        plan.diagnostics(),
        plan.silences(),
        List.of(),
        false,
        Optional.empty(),
        new HiddenTexts(Set.of(), given()),
        Optional.of(files),
        again);
  }

  private Input again(Workspace workspace, ScanPlan plan, Again.Part part, ScanRequest request) {
    TemplateLoader loader =
        new TemplateLoader(workspace, new ModuleResolver(workspace, sources), environment);
    return input(workspace, loader, plan.only(part.deployments(), loader), request);
  }

  private static List<Again.Part> parts(TemplateLoader loader, List<PlannedDeployment> planned) {
    List<Path> own = loader.workspace().roots();
    return Again.Part.of(
        planned.stream()
            .map(it ->
                new Again.Part(
                    List.of(it),
                    loader.needs(it).stream()
                        .filter(file -> own.contains(file.root()))
                        .map(WorkspaceFile::shown)
                        .collect(Collectors.toSet())))
            .toList());
  }

  ModuleSources sources() {
    return sources;
  }

  /// The values that the user gave for this run. Truth values and numbers are shown: nobody could
  /// read a report without them.
  private Set<String> given() {
    return environment.given().values().stream()
        .filter(value -> !value.isBlank() && !PLAIN.matcher(value).matches())
        .collect(Collectors.toSet());
  }

  /// What may be read of these paths.
  ///
  /// @throws Usage when a path is not there
  Workspace workspace(List<Path> paths) {
    return new Checkout(terminal).workspace(paths, apart);
  }
}
