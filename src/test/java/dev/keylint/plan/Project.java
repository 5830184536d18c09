package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Declaration;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A folder of templates as a user has it; `registry` in it holds published modules.
public final class Project {
  private final Path root;

  public Project(Path root) {
    this.root = root;
  }

  public Project with(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TemplateLoader loader() {
    return loader(Map.of());
  }

  public TemplateLoader loader(Map<String, String> environment) {
    Path registry = root.resolve("registry");
    return new TemplateLoader(
        workspace(),
        new ModuleResolver(workspace(), List.of(registry), List.of()),
        AzdVariables.of(environment));
  }

  public Loaded load(String path) {
    return load(loader(), path);
  }

  public Loaded load(TemplateLoader loader, String path) {
    return switch (workspace().file(root.resolve(path), new Location.WholeFile(path))) {
      case Lookup.Found<WorkspaceFile>(var file) -> loader.load(file);
      case Lookup.NotFound<WorkspaceFile>(var why) -> throw new AssertionError(why);
    };
  }

  public Template template(String path) {
    if (load(path) instanceof Loaded.Template(Template template)) {
      return template;
    }
    throw new AssertionError("no template: " + path);
  }

  public ParameterFile parameters(String path) {
    if (load(path) instanceof Loaded.Parameters(ParameterFile file)) {
      return file;
    }
    throw new AssertionError("no Bicep parameter file: " + path);
  }

  /// Lowers one Bicep file of this text, in which nothing may be wrong.
  public Template clean(String bicep) {
    Template template = with("main.bicep", bicep).template("main.bicep");
    assertThat(template.diagnostics()).isEmpty();
    return template;
  }

  /// Lowers one Bicep file of this text, in which exactly this is wrong.
  public Template wrong(String bicep, Kind kind, String message) {
    Template template = with("main.bicep", bicep).template("main.bicep");
    assertThat(template.diagnostics())
        .singleElement()
        .satisfies(found -> assertThat(found.kind()).isEqualTo(kind))
        .satisfies(found -> assertThat(found.message()).contains(message));
    return template;
  }

  public ScanPlan plan(String... paths) {
    List<Path> all = Stream.of(paths).map(root::resolve).toList();
    return ScanPlan.of(workspace(), loader(), ScanRequest.of(all));
  }

  /// All that there is to say about a scan of these paths.
  public List<Diagnostic> diagnostics(String... paths) {
    ScanPlan plan = plan(paths);
    Set<Diagnostic> all = new LinkedHashSet<>(plan.diagnostics());
    deployments(plan).forEach(it -> all.addAll(it.diagnostics()));
    return List.copyOf(all);
  }

  /// What is planned, lowered.
  public List<LoweredDeployment> deployments(ScanPlan plan) {
    return deployments(plan, loader());
  }

  public static List<LoweredDeployment> deployments(ScanPlan plan, TemplateLoader loader) {
    LoweredDeployments deployments = new LoweredDeployments(loader, plan.deployments());
    return plan.deployments().stream().map(it -> deployments.with(it, lowered -> lowered)).toList();
  }

  public Workspace workspace() {
    return Workspace.of(root, List.of(root), List.of(root.resolve("registry")));
  }

  public static List<String> messages(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::toString).toList();
  }

  public static Declaration.Resource resource(Template template, String symbol) {
    return (Declaration.Resource) declaration(template, symbol);
  }

  public static Declaration.Deployment deployment(Template template, String symbol) {
    return (Declaration.Deployment) declaration(template, symbol);
  }

  public static Declaration declaration(Template template, String symbol) {
    return template.resources().stream()
        .filter(declared -> declared.symbol().equals(symbol))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + symbol));
  }

  public static String variable(Template template, String name) {
    return template.variables().stream()
        .filter(variable -> variable.name().equals(name))
        .map(variable -> Shown.of(variable.value()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no variable " + name));
  }
}
