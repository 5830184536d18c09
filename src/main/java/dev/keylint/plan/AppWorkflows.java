package dev.keylint.plan;

import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The workflows of Logic Apps Standard, which lie beside the templates and are deployed as files:
/// `APP/NAME/workflow.json`, with the connections and parameters of all in `APP`.
public final class AppWorkflows {
  private static final String NAME = "workflow.json";
  private static final String TYPE = "Microsoft.Web/sites/workflows";

  /// What the kind of an app that runs workflows holds.
  public static final String KIND = "workflowapp";

  private static final String API_VERSION = "2024-04-01";

  private final Workspace workspace;
  private final Set<WorkspaceFile> named;
  private final List<Diagnostic> diagnostics;

  private AppWorkflows(
      Workspace workspace, Set<WorkspaceFile> named, List<Diagnostic> diagnostics) {
    this.workspace = workspace;
    this.named = named;
    this.diagnostics = diagnostics;
  }

  /// The workflows of one app.
  ///
  /// @param folder the app's, as it is shown
  /// @param made a template that declares them, as parts of an app of which nothing is known
  /// @param declaring the files nearest to it that speak of apps with workflows: whatever deploys
  ///   the app needs all of them, or there may be several
  public record App(String folder, List<String> files, Template made, Set<String> declaring) {
    public App {
      files = List.copyOf(files);
      declaring = Set.copyOf(declaring);
    }
  }

  /// Whether a file is one by its name.
  static boolean isWorkflow(WorkspaceFile file) {
    return file.name().toLowerCase(Locale.ROOT).equals(NAME);
  }

  /// The apps whose workflows were found.
  ///
  /// @param templates that may declare an app that runs them
  static List<App> of(
      Workspace workspace,
      ScannedFiles files,
      List<WorkspaceFile> templates,
      List<Diagnostic> diagnostics) {
    if (files.workflows().isEmpty()) {
      return List.of();
    }
    List<String> declaring =
        templates.stream()
            .filter(it -> speaksOfApps(workspace, it))
            .map(WorkspaceFile::shown)
            .toList();
    AppWorkflows reader = new AppWorkflows(workspace, files.named(), diagnostics);
    Map<String, List<WorkspaceFile>> byFolder = new TreeMap<>();
    for (WorkspaceFile file : files.workflows()) {
      byFolder.computeIfAbsent(parent(file.folder()), _ -> new ArrayList<>()).add(file);
    }
    List<App> apps = new ArrayList<>();
    byFolder.forEach(
        (folder, of) -> reader.app(folder, of, nearest(folder, declaring)).ifPresent(apps::add));
    return List.copyOf(apps);
  }

  private static boolean speaksOfApps(Workspace workspace, WorkspaceFile file) {
    return workspace.text(file, new Location.WholeFile(file.shown()))
            instanceof Lookup.Found<TextFile>(var text)
        && text.text().toLowerCase(Locale.ROOT).contains(KIND);
  }

  private static String parent(String folder) {
    return folder.isEmpty()
        ? ""
        : folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
  }

  /// Those below the nearest folder around the app that has any.
  private static Set<String> nearest(String folder, List<String> declaring) {
    String at = folder;
    while (true) {
      String around = at;
      List<String> found = declaring.stream().filter(it -> it.startsWith(around)).toList();
      if (!found.isEmpty() || at.isEmpty()) {
        return Set.copyOf(found);
      }
      at = parent(at);
    }
  }

  private Optional<App> app(String folder, List<WorkspaceFile> files, Set<String> declaring) {
    Map<WorkspaceFile, Expr> contents = new LinkedHashMap<>();
    for (WorkspaceFile file : files) {
      Optional<Expr> content = read(file).filter(AppWorkflows::isDefinition);
      if (content.isPresent()) {
        contents.put(file, content.orElseThrow());
      } else if (named.contains(file)) {
        diagnostics.add(
            Diagnostic.of(
                Kind.UNREADABLE,
                "this is neither a template nor the workflow of a Logic App",
                new Location.WholeFile(file.shown())));
      }
    }
    if (contents.isEmpty()) {
      return Optional.empty();
    }
    List<String> paths = contents.keySet().stream().map(WorkspaceFile::shown).toList();
    List<Declaration> resources = resources(files.getFirst(), contents);
    Source source = Source.of(paths.getFirst(), "");
    Template made = Template.of(source, resources, resources.getFirst().at());
    return Optional.of(new App(folder, paths, made, declaring));
  }

  private List<Declaration> resources(WorkspaceFile any, Map<WorkspaceFile, Expr> contents) {
    Optional<Expr> connections = beside(any, "connections.json");
    Optional<Expr> parameters = beside(any, "parameters.json");
    List<Declaration> resources = new ArrayList<>();
    contents.forEach((file, content) ->
        resources.add(resource(file, content, connections, parameters, resources.size())));
    return resources;
  }

  private Optional<Expr> beside(WorkspaceFile workflow, String name) {
    Location nowhere = new Location.WholeFile(workflow.shown());
    return workspace.file(workflow, "../" + name, Kind.NOTE, nowhere)
            instanceof Lookup.Found<WorkspaceFile>(var file)
        ? read(file)
        : Optional.empty();
  }

  private Optional<Expr> read(WorkspaceFile file) {
    Location whole = new Location.WholeFile(file.shown());
    Lookup<Expr> content = workspace.text(file, whole).then((TextFile it) -> LoadedData.json(it));
    return switch (content) {
      case Lookup.Found<Expr>(var value) -> Optional.of(value);
      case Lookup.NotFound<Expr>(var why) -> {
        diagnostics.add(why);
        yield Optional.empty();
      }
    };
  }

  private static boolean isDefinition(Expr content) {
    return member(content, "definition")
        .filter(it -> member(it, "actions").isPresent() || member(it, "triggers").isPresent())
        .isPresent();
  }

  static Optional<Expr> member(Expr object, String name) {
    return object instanceof Expr.ObjectExpr(var members, _)
        ? members.stream()
            .flatMap(it ->
                it instanceof Expr.Member.Entry(Expr.StringLiteral(var key, _), var value, _)
                        && key.equalsIgnoreCase(name)
                    ? Optional.of(value).stream()
                    : Optional.<Expr>empty().stream())
            .findFirst()
        : Optional.empty();
  }

  private static Declaration resource(
      WorkspaceFile file,
      Expr content,
      Optional<Expr> connections,
      Optional<Expr> parameters,
      int index) {
    Location at = start(content.at());
    List<Expr.Member> properties = new ArrayList<>();
    member(content, "definition").ifPresent(it -> properties.add(entry("definition", it)));
    connections.ifPresent(it -> properties.add(entry("connections", it)));
    parameters.ifPresent(it -> properties.add(entry("parameters", it)));
    String folder = file.folder();
    String name = folder.substring(parent(folder).length()).replace("/", "");
    return new Declaration.Resource(
        "workflow" + index,
        TYPE,
        API_VERSION,
        new Expr.Interpolation(
            List.of(
                AzdVariables.input("the Logic App", at),
                new Expr.StringLiteral("/" + (name.isEmpty() ? "workflow" : name), at)),
            at),
        new Expr.ObjectExpr(properties, at),
        at);
  }

  static Expr.Member entry(String name, Expr value) {
    return new Expr.Member.Entry(new Expr.StringLiteral(name, value.at()), value, value.at());
  }

  /// A file of many lines is shown by its first.
  static Location start(Location at) {
    return at instanceof Location.InFile(var source, var span)
        ? new Location.InFile(source, new Span(span.start(), span.start()))
        : at;
  }
}
