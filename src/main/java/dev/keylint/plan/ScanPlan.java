package dev.keylint.plan;

import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.PlannedDeployment.Purpose;
import dev.keylint.plan.project.Project;
import dev.keylint.plan.project.ProjectFiles;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Silence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/// What a scan evaluates: every root with each of its parameter files.
///
/// @param files the templates, parameter files, workflows and pipelines that were found, sorted
/// @param unreached the templates that may turn out to be roots when all deployments are expanded
/// @param diagnostics of finding and pairing them; each deployment has those of its own files
/// @param beside what is in no template
/// @param named what the user named by its own path
/// @param byProjects the templates that projects deploy
/// @param silences what these files, and those that they need, say they accept
public record ScanPlan(
    List<PlannedDeployment> deployments,
    Unreached unreached,
    List<String> files,
    List<Diagnostic> diagnostics,
    Beside beside,
    Set<WorkspaceFile> named,
    Set<WorkspaceFile> byProjects,
    List<Silence> silences) {
  public ScanPlan {
    deployments = List.copyOf(deployments);
    files = List.copyOf(files);
    named = Set.copyOf(named);
    byProjects = Set.copyOf(byProjects);
    diagnostics = List.copyOf(diagnostics);
    silences = List.copyOf(silences);
  }

  /// Finds, reads and lowers all that a request names.
  public static ScanPlan of(Workspace workspace, TemplateLoader loader, ScanRequest request) {
    ScannedFiles files = ScannedFiles.of(workspace, loader, request);
    Twins twins = Twins.of(files, loader, request.interest());
    List<Project> projects = projects(workspace, request, files);
    Evidence evidence = Evidence.of(files, projects, loader, request.picks());
    List<WorkspaceFile> candidates =
        files.templates().stream().filter(file -> !twins.all().contains(file)).toList();
    Beside beside = Beside.of(workspace, files, projects, request.projects(), candidates);
    List<WorkspaceFile> roots = Roots.of(files, loader, twins.all());
    ParameterPairing.Result pairing =
        ParameterPairing.of(
            request.parameterFiles().isEmpty() ? files : files.withNamedParameters(),
            roots,
            loader);
    SequencedSet<Diagnostic> diagnostics = new LinkedHashSet<>(files.diagnostics());
    Stream.of(twins.notes(), pairing.diagnostics(), evidence.diagnostics(), beside.diagnostics())
        .forEach(diagnostics::addAll);
    Map<WorkspaceFile, List<WorkspaceFile>> values =
        values(roots, pairing.pairs(), evidence.picked());
    List<PlannedDeployment> deployments =
        deployedFirst(
            Layers.joined(
                deployments(values, twins, loader, diagnostics).stream()
                    .map(evidence::about)
                    .toList(),
                evidence.layered()));
    deployments.addAll(made(projects, files, loader));
    // What they need is looked for here, and with it the configuration that says where.
    deployments.forEach(deployment -> look(deployment, loader));
    diagnostics.addAll(loader.modules().diagnostics());
    return new ScanPlan(
        deployments,
        new Unreached(loader, candidates, values.keySet()),
        paths(files),
        List.copyOf(diagnostics),
        beside,
        files.named(),
        evidence.picked().keySet(),
        loader.silences());
  }

  /// Some of the deployments once more; what was found beside them stays.
  ///
  /// @param loader of the same files, which may hold something else
  public ScanPlan only(List<PlannedDeployment> some, TemplateLoader loader) {
    some.forEach(it -> loader.needs(it).forEach(loader::facts));
    return new ScanPlan(
        some,
        new Unreached(loader, List.of(), Set.of()),
        files,
        loader.modules().diagnostics(),
        beside,
        named,
        byProjects,
        loader.silences());
  }

  /// Of one finding in several deployments the first one's words count: those of one that nothing
  /// speaks against.
  private static List<PlannedDeployment> deployedFirst(List<PlannedDeployment> deployments) {
    List<PlannedDeployment> sorted = new ArrayList<>(deployments);
    sorted.sort(Comparator.comparing(it -> !it.remarks().isEmpty()));
    return sorted;
  }

  /// What azd makes of the projects that are asked for, themselves.
  private static List<PlannedDeployment> made(
      List<Project> projects, ScannedFiles files, TemplateLoader loader) {
    return projects.stream()
        .filter(it -> !files.above().contains(it.file()))
        .flatMap(it ->
            MadeConnections.of(it, loader.variables())
                .map(made -> PlannedDeployment.of(it.file(), made))
                .stream())
        .toList();
  }

  private static List<String> paths(ScannedFiles files) {
    return Stream.of(files.templates(), files.parameters(), files.workflows(), files.pipelines())
        .flatMap(List::stream)
        .filter(it -> !files.above().contains(it))
        .map(WorkspaceFile::shown)
        .sorted()
        .toList();
  }

  private static List<Project> projects(
      Workspace workspace, ScanRequest request, ScannedFiles files) {
    return files.projects().stream()
        .filter(file -> request.projects() || files.above().contains(file))
        .map(file -> ProjectFiles.read(workspace, file))
        .toList();
  }

  private static void look(PlannedDeployment deployment, TemplateLoader loader) {
    if (deployment.made().isPresent()) {
      return;
    }
    loader.needs(deployment.template());
    deployment.layers().forEach(layer -> loader.needs(layer.template()));
  }

  /// The parameter files of each root; who has one is a root, and so is what a project deploys.
  private static Map<WorkspaceFile, List<WorkspaceFile>> values(
      List<WorkspaceFile> roots,
      List<ParameterPairing.Pair> pairs,
      Map<WorkspaceFile, List<WorkspaceFile>> picked) {
    Map<WorkspaceFile, List<WorkspaceFile>> values = new LinkedHashMap<>();
    roots.forEach(root -> values.put(root, new ArrayList<>()));
    pairs.forEach(
        pair -> values.computeIfAbsent(pair.template(), _ -> new ArrayList<>()).add(pair.values()));
    picked.forEach((root, files) -> {
      List<WorkspaceFile> known = values.computeIfAbsent(root, _ -> new ArrayList<>());
      files.stream().filter(file -> !known.contains(file)).forEach(known::add);
    });
    return values;
  }

  private static List<PlannedDeployment> deployments(
      Map<WorkspaceFile, List<WorkspaceFile>> values,
      Twins twins,
      TemplateLoader loader,
      Set<Diagnostic> diagnostics) {
    List<PlannedDeployment> deployments = new ArrayList<>();
    values.forEach((root, given) -> {
      if (loader.isTemplate(root)) {
        planned(root, given).forEach(it -> deployments.add(it.withTwins(twins.of(root))));
      } else if (loader.load(root) instanceof Loaded.Unreadable(var why)) {
        diagnostics.add(why);
      }
    });
    twins.bySource().keySet().stream()
        .filter(source -> !values.containsKey(source))
        .sorted(Comparator.comparing(WorkspaceFile::shown))
        .forEach(source -> deployments.add(compared(source, twins.of(source))));
    return deployments;
  }

  private static List<PlannedDeployment> planned(WorkspaceFile root, List<WorkspaceFile> values) {
    return values.isEmpty()
        ? List.of(PlannedDeployment.of(root, Optional.empty()))
        : values.stream().map(file -> PlannedDeployment.of(root, Optional.of(file))).toList();
  }

  /// A module is judged where it is called; what was compiled from it might be deployed alone.
  private static PlannedDeployment compared(WorkspaceFile source, List<Twin> twins) {
    return PlannedDeployment.of(source, Optional.empty()).withTwins(twins).purpose(Purpose.COMPARE);
  }
}
