package dev.keylint.plan;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.project.Project;
import dev.keylint.plan.project.Step;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What project files say of the templates of a scan: which are deployed, with which parameter
/// files. It adds roots and picks parameter files; a root that they do not name stays one.
final class Evidence {
  private final ScannedFiles files;
  private final TemplateLoader loader;
  private final Map<WorkspaceFile, List<WorkspaceFile>> picked = new LinkedHashMap<>();
  private final Map<ParameterPairing.Pair, Remark> unread = new HashMap<>();
  private final Set<ParameterPairing.Pair> byAzd = new HashSet<>();

  /// What the project of each folder deploys first.
  private final Map<String, Deployed> byFolder = new HashMap<>();

  private final Map<WorkspaceFile, Deployed> byTemplate = new HashMap<>();

  /// Who brings the first parameter file of a template.
  private final Map<WorkspaceFile, Filled> filled = new HashMap<>();

  private record Filled(Deployed deployed, WorkspaceFile values) {}

  private final List<List<Layer>> layered = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Evidence(ScannedFiles files, TemplateLoader loader) {
    this.files = files;
    this.loader = loader;
  }

  /// @param picks whether they may pick parameter files: not where the user does
  static Evidence of(
      ScannedFiles files, List<Project> projects, TemplateLoader loader, boolean picks) {
    Evidence evidence = new Evidence(files, loader);
    projects.forEach(project -> evidence.add(project, picks));
    return evidence;
  }

  private void add(Project project, boolean picks) {
    project.diagnostics().stream().map(it -> asked(project, it)).forEach(diagnostics::add);
    List<Layer> layers = new ArrayList<>();
    for (Step step : project.steps()) {
      Optional<WorkspaceFile> template = template(step, loader).filter(files.templates()::contains);
      template.ifPresent(it -> layers.add(step(project, step, it, picks)));
    }
    if (layers.isEmpty() && files.named().contains(project.file()) && isSilent(project)) {
      String message = "this project deploys no template that is here";
      Location whole = new Location.WholeFile(project.file().shown());
      diagnostics.add(Diagnostic.of(Kind.UNCHECKED, message, whole));
    }
    if (project.layered() && layers.size() > 1 && picks) {
      layered.add(layers);
    }
  }

  /// What a step deploys; a Bicep parameter file says it itself.
  static Optional<WorkspaceFile> template(Step step, TemplateLoader loader) {
    return step.bicepParameters()
        .flatMap(file -> loader.used(file, Uses.Kind.TEMPLATE).stream().findFirst())
        .or(step::template);
  }

  private static boolean isSilent(Project project) {
    return project.connections().isEmpty()
        && project.diagnostics().stream().noneMatch(it -> it.kind().incomplete());
  }

  /// Who scans something below a project did not ask for what it deploys elsewhere.
  private Diagnostic asked(Project project, Diagnostic found) {
    return files.above().contains(project.file()) && found.kind().incomplete()
        ? new Diagnostic(Kind.UNCHECKED, found.message(), found.help(), found.location())
        : found;
  }

  private Layer step(Project project, Step step, WorkspaceFile template, boolean picks) {
    Optional<WorkspaceFile> values = step.bicepParameters().or(step::jsonParameters);
    Deployed deployed = new Deployed(project.file(), step, template);
    picked.computeIfAbsent(template, _ -> new ArrayList<>());
    values
        .filter(_ -> project.tool() == Project.Tool.AZD)
        .ifPresent(file -> byAzd.add(new ParameterPairing.Pair(template, file)));
    if (picks) {
      values.ifPresent(file -> {
        picked.getOrDefault(template, List.of()).add(file);
        filled.putIfAbsent(template, new Filled(deployed, file));
      });
      if (step.bicepParameters().isPresent()) {
        step.jsonParameters().ifPresent(file -> unread(step, template, file));
      }
    }
    byFolder.putIfAbsent(project.file().folder(), deployed);
    byTemplate.putIfAbsent(template, deployed);
    return new Layer(step.layer().orElse(step.name()), template, values, step.at());
  }

  /// Who names the file wants to know what it does.
  private void unread(Step step, WorkspaceFile template, WorkspaceFile file) {
    String message =
        "with "
            + file.name()
            + ", which azd does not read beside "
            + step.bicepParameters().map(WorkspaceFile::name).orElse("");
    unread.put(
        new ParameterPairing.Pair(template, file),
        new Remark(new Location.WholeFile(file.shown()), message, !files.named().contains(file)));
  }

  /// What was wrong with the project files, and what they say is made elsewhere.
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /// The templates that projects deploy, with the parameter files that they take.
  Map<WorkspaceFile, List<WorkspaceFile>> picked() {
    return picked;
  }

  /// Deployments that azd makes in a row, of templates of the scan.
  List<List<Layer>> layered() {
    return layered;
  }

  /// A planned deployment with what the projects say of it.
  PlannedDeployment about(PlannedDeployment planned) {
    PlannedDeployment said = planned;
    Optional<ParameterPairing.Pair> pair =
        planned.parameters().map(file -> new ParameterPairing.Pair(planned.template(), file));
    if (pair.filter(byAzd::contains).isPresent()) {
      said = said.readByAzd();
    }
    Optional<Remark> lowered =
        pair.filter(it -> !isTaken(it)).flatMap(it -> Optional.ofNullable(unread.get(it)));
    Optional<Remark> values = lowered.or(() -> pair.flatMap(this::otherValues));
    if (values.isPresent()) {
      said = said.with(values.orElseThrow());
    }
    // Who deploys what was made of a template deploys the template, in a way.
    if (planned.twins().stream().noneMatch(it -> picked.containsKey(it.file()))) {
      said = instead(planned.template()).map(said::with).orElse(said);
    }
    return said.withTwins(
        planned.twins().stream().map(twin -> instead(twin).map(twin::with).orElse(twin)).toList());
  }

  /// That the template is deployed with another file.
  private Optional<Remark> otherValues(ParameterPairing.Pair pair) {
    return Optional.ofNullable(filled.get(pair.template()))
        .filter(_ -> !isTaken(pair))
        .map(it -> it.deployed().with(it.values(), pair.values()));
  }

  /// Whether any project deploys with a file what another one may not read.
  private boolean isTaken(ParameterPairing.Pair pair) {
    return picked.getOrDefault(pair.template(), List.of()).contains(pair.values());
  }

  private Optional<Remark> instead(WorkspaceFile template) {
    return picked.containsKey(template)
        ? Optional.empty()
        : nearest(template.folder()).map(it -> it.not(template));
  }

  /// A project deploys the source of a twin, or something else.
  private Optional<Remark> instead(Twin twin) {
    return picked.containsKey(twin.file())
        ? Optional.empty()
        : Optional.ofNullable(byTemplate.get(twin.source()))
            .map(it -> it.not(twin.file()))
            .or(() -> instead(twin.file()));
  }

  private Optional<Deployed> nearest(String folder) {
    for (String at = folder; !at.isEmpty(); at = parent(at)) {
      if (byFolder.containsKey(at)) {
        return Optional.ofNullable(byFolder.get(at));
      }
    }
    return Optional.ofNullable(byFolder.get(""));
  }

  private static String parent(String folder) {
    return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
  }
}
