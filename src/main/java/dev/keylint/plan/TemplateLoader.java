package dev.keylint.plan;

import dev.keylint.bicep.BicepFile;
import dev.keylint.json.JsonObject;
import dev.keylint.lower.Exports;
import dev.keylint.lower.arm.ArmExports;
import dev.keylint.lower.arm.ArmLowering;
import dev.keylint.lower.arm.ArmParameterFile;
import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.lower.bicep.BicepLowering;
import dev.keylint.lower.bicep.BicepParameterFile;
import dev.keylint.module.FolderListings;
import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Lazy;
import dev.keylint.text.Location;
import dev.keylint.text.Silence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Files to templates: each file is lowered once until it is dropped, whoever asks and from
/// whichever thread.
public final class TemplateLoader {
  private final Workspace workspace;
  private final ModuleResolver modules;
  private final AzdVariables variables;
  private final FileContents contents;
  private final FolderListings folders;
  private final ModuleGraph graph = new ModuleGraph(this::dependencies);
  private final ParsedFiles parsed;
  private final Map<WorkspaceFile, Lookup<FileFacts>> facts = new ConcurrentHashMap<>();
  private final Map<WorkspaceFile, List<Resolved>> references = new ConcurrentHashMap<>();
  private final Map<WorkspaceFile, Lazy<Lowered>> lowered = new ConcurrentHashMap<>();

  /// A loader that knows no environment variables.
  public TemplateLoader(Workspace workspace, ModuleResolver modules) {
    this(workspace, modules, AzdVariables.of(Map.of()));
  }

  /// @param variables those that parameter files may read; none but those that the user names,
  ///   since the files are strangers'
  public TemplateLoader(Workspace workspace, ModuleResolver modules, AzdVariables variables) {
    this.variables = variables;
    this.workspace = workspace;
    this.modules = modules;
    this.contents = new FileContents(workspace);
    this.folders = new FolderListings(workspace);
    this.parsed = new ParsedFiles(workspace);
  }

  /// What a file is, and its template when it is one.
  public Loaded load(WorkspaceFile file) {
    return lowered(file).loaded();
  }

  /// What there is to say about a file and what its name leads to.
  record Lowered(Loaded loaded, Optional<Exports> exports) {}

  Lowered lowered(WorkspaceFile file) {
    // The graph lets no file wait for itself, so neither do threads.
    return lowered.computeIfAbsent(file, key -> new Lazy<>(() -> lower(key))).get();
  }

  /// The values of a parameter file of either language; empty when it is none.
  Optional<ParameterFile> values(WorkspaceFile file) {
    if (parsed(file) instanceof Lookup.Found<ParsedFile>(ParsedFile.Json json)) {
      return json.root()
          .map(root -> ArmParameterFile.lower(json.source(), root))
          .or(() ->
              json.isForParameters()
                  ? Optional.of(ArmParameterFile.unreadable(json.source(), json.notes()))
                  : Optional.empty());
    }
    return load(file) instanceof Loaded.Parameters(var values)
        ? Optional.of(values)
        : Optional.empty();
  }

  /// Lets go of the template of a file; whoever asks again has it lowered again.
  void drop(WorkspaceFile file) {
    lowered.remove(file);
    parsed.drop(file);
  }

  /// What a file is, as far as a plan has to know it.
  Lookup<FileFacts> facts(WorkspaceFile file) {
    return facts.computeIfAbsent(
        file, key -> parsed(key).then(found -> new Lookup.Found<>(FileFacts.of(found))));
  }

  /// Whether a file is a template, without lowering it.
  boolean isTemplate(WorkspaceFile file) {
    return facts(file) instanceof Lookup.Found<FileFacts>(var found) && found.kind().isTemplate();
  }

  /// The content of a file, not yet lowered.
  Lookup<ParsedFile> parsed(WorkspaceFile file) {
    return parsed.get(file);
  }

  /// What the directives of all files that were read silence, by file and line.
  List<Silence> silences() {
    List<Silence> all = new ArrayList<>();
    for (Lookup<FileFacts> file : facts.values()) {
      if (file instanceof Lookup.Found<FileFacts>(var found)) {
        all.addAll(found.silences());
      }
    }
    all.sort(
        Comparator.comparing((Silence it) -> it.at().source().path())
            .thenComparingInt(it -> it.at().span().start()));
    return all;
  }

  /// Where its files lie.
  public Workspace workspace() {
    return workspace;
  }

  ModuleResolver modules() {
    return modules;
  }

  FileContents contents() {
    return contents;
  }

  FolderListings folders() {
    return folders;
  }

  /// The variables that parameter files may read.
  AzdVariables variables() {
    return variables;
  }

  /// The names of variables that files have asked for so far.
  public Set<String> asked() {
    return variables.asked();
  }

  ModuleGraph graph() {
    return graph;
  }

  /// The files that a file refers to in one way, as far as they are here.
  List<WorkspaceFile> used(WorkspaceFile file, Uses.Kind kind) {
    return references(file).stream()
        .filter(reference -> reference.kind() == kind)
        .map(reference -> reference.use().target())
        .toList();
  }

  /// The templates that a file deploys, and where it says so.
  List<ModuleGraph.Reference> calls(WorkspaceFile file) {
    return references(file).stream()
        .filter(reference -> reference.kind() == Uses.Kind.MODULE)
        .map(Resolved::use)
        .toList();
  }

  /// The files that a file can't be lowered without, and what those need in turn, with itself.
  Set<WorkspaceFile> needs(WorkspaceFile file) {
    Set<WorkspaceFile> needs = new LinkedHashSet<>();
    Deque<WorkspaceFile> pending = new ArrayDeque<>(List.of(file));
    while (!pending.isEmpty()) {
      WorkspaceFile next = pending.remove();
      if (needs.add(next)) {
        dependencies(next).stream()
            // What may not be used is not lowered.
            .filter(it -> graph.obstacle(next, it.target(), it.at()).isEmpty())
            .forEach(reference -> pending.add(reference.target()));
      }
    }
    return needs;
  }

  /// The files that a deployment can't be lowered without, twins and parameter files among them.
  public Set<WorkspaceFile> needs(PlannedDeployment planned) {
    if (planned.made().isPresent()) {
      return Set.of();
    }
    Set<WorkspaceFile> all = new HashSet<>(needs(planned.template()));
    planned.parameters().ifPresent(file -> all.addAll(needs(file)));
    for (Layer layer : planned.layers()) {
      all.addAll(needs(layer.template()));
      layer.parameters().ifPresent(file -> all.addAll(needs(file)));
    }
    planned.twins().forEach(twin -> all.addAll(needs(twin.file())));
    return all;
  }

  private List<ModuleGraph.Reference> dependencies(WorkspaceFile file) {
    return references(file).stream()
        .filter(reference -> reference.kind() != Uses.Kind.TEMPLATE)
        .map(Resolved::use)
        .toList();
  }

  private record Resolved(Uses.Kind kind, ModuleGraph.Reference use) {}

  private List<Resolved> references(WorkspaceFile file) {
    return references.computeIfAbsent(file, this::resolve);
  }

  private List<Resolved> resolve(WorkspaceFile file) {
    List<Resolved> resolved = new ArrayList<>();
    if (facts(file) instanceof Lookup.Found<FileFacts>(var found)) {
      for (Uses.Use use : found.uses()) {
        switch (use.kind()) {
          case EXTENSION -> {}
          case STAND_IN ->
              standIn(file, use.references(), use.at())
                  .ifPresent(target -> resolved.add(resolved(Uses.Kind.MODULE, target, use.at())));
          case MODULE, IMPORT, BASE, TEMPLATE ->
              find(file, use.reference(), use.at())
                  .ifPresent(target -> resolved.add(resolved(use.kind(), target, use.at())));
        }
      }
    }
    return List.copyOf(resolved);
  }

  private static Resolved resolved(Uses.Kind kind, WorkspaceFile target, Location at) {
    return new Resolved(kind, new ModuleGraph.Reference(target, at));
  }

  private Optional<WorkspaceFile> find(WorkspaceFile from, String reference, Location at) {
    return modules.resolve(from, reference, at) instanceof Lookup.Found<WorkspaceFile>(var found)
        ? Optional.of(found)
        : Optional.empty();
  }

  /// The first of these paths at which another template is.
  Optional<WorkspaceFile> standIn(WorkspaceFile from, List<String> candidates, Location at) {
    return candidates.stream()
        .flatMap(candidate -> find(from, candidate, at).stream())
        .filter(found -> !found.equals(from) && isTemplate(found))
        .findFirst();
  }

  private Lowered lower(WorkspaceFile file) {
    Lowered made = lowerParsed(file);
    parsed.drop(file);
    return made;
  }

  private Lowered lowerParsed(WorkspaceFile file) {
    return switch (parsed(file)) {
      case Lookup.Found<ParsedFile>(ParsedFile.Bicep(var syntax, _, var notes)) ->
          bicep(file, syntax, notes);
      case Lookup.Found<ParsedFile>(ParsedFile.Json json) -> json(file, json);
      case Lookup.Found<ParsedFile>(ParsedFile.Other _) ->
          new Lowered(new Loaded.Other(), Optional.empty());
      case Lookup.NotFound<ParsedFile>(var why) ->
          new Lowered(new Loaded.Unreadable(why), Optional.empty());
    };
  }

  private Lowered bicep(WorkspaceFile file, BicepFile syntax, List<Diagnostic> notes) {
    if (syntax.kind() == BicepFile.Kind.PARAMETERS) {
      ParameterFile values =
          with(BicepParameterFile.lower(syntax, new FileLinks(this, file)), notes);
      return new Lowered(new Loaded.Parameters(values), Optional.empty());
    }
    Exports exports = BicepLowering.lower(syntax, new FileLinks(this, file));
    Template template = with(exports.template(), notes);
    return new Lowered(
        new Loaded.Template(template),
        Optional.of(new Exports(template, exports.values(), exports.types())));
  }

  private Lowered json(WorkspaceFile file, ParsedFile.Json json) {
    if (json.root().isEmpty()) {
      return new Lowered(
          json.notes().stream()
              .filter(note -> note.kind().incomplete())
              .findFirst()
              .<Loaded>map(Loaded.Unreadable::new)
              .orElse(new Loaded.Other()),
          Optional.empty());
    }
    JsonObject root = json.root().orElseThrow();
    if (!ArmLowering.isTemplate(root)) {
      return new Lowered(new Loaded.Other(), Optional.empty());
    }
    Template template =
        with(ArmLowering.lower(json.source(), root, new FileLinks(this, file)), json.notes());
    return new Lowered(new Loaded.Template(template), Optional.of(ArmExports.of(template, root)));
  }

  private static ParameterFile with(ParameterFile file, List<Diagnostic> notes) {
    return new ParameterFile(
        file.source(),
        file.template(),
        file.variables(),
        file.functions(),
        file.arguments(),
        file.unread(),
        FileDiagnostics.of(notes, file.diagnostics()));
  }

  private static Template with(Template template, List<Diagnostic> notes) {
    return template.withDiagnostics(FileDiagnostics.of(notes, template.diagnostics()));
  }
}
