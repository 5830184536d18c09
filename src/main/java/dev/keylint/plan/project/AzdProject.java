package dev.keylint.plan.project;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.script.AzdHooks;
import dev.keylint.plan.script.Script;
import dev.keylint.plan.script.ScriptReader;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// azd's azure.yaml: the infrastructure of the project, in layers or not, and that of its services.
final class AzdProject {
  /// More steps are not looked at; real projects have some layers.
  private static final int MAX_STEPS = 100;

  private static final Set<String> READ = Set.of("bicep", "arm", "");
  private static final String IN_MEMORY = "azure.ai.";
  private static final String PROJECT = "azure.ai.project";
  private static final String CONNECTION = "azure.ai.connection";

  private final ProjectFiles.Paths paths;
  private final YamlNode root;
  private final List<Step> steps = new ArrayList<>();
  private final List<Diagnostic> diagnostics;
  private final Set<String> providers = new TreeSet<>();

  /// What is said of templates that are not here, unless azd makes them itself.
  private final List<Diagnostic> absent = new ArrayList<>();

  AzdProject(ProjectFiles.Paths paths, YamlNode root, List<Diagnostic> diagnostics) {
    this.paths = paths;
    this.root = root;
    this.diagnostics = new ArrayList<>(diagnostics);
  }

  Project read() {
    YamlNode infra = root.member("infra").orElse(root);
    boolean isGiven = root.member("infra").isPresent();
    List<YamlNode> layers = isGiven ? infra.items("layers") : List.of();
    if (layers.isEmpty()) {
      infrastructure(
          isGiven ? Optional.of(infra) : Optional.empty(), "", infra.at(), Kind.MISSING_FILE);
    } else {
      layers.stream()
          .limit(MAX_STEPS)
          .forEach(layer -> infrastructure(Optional.of(layer), "", layer.at(), Kind.MISSING_FILE));
    }
    services();
    if (layers.size() > MAX_STEPS) {
      tooMany(layers.get(MAX_STEPS).at());
    }
    otherProviders();
    // With layers azd makes nothing itself.
    if (!layers.isEmpty() || !madeInMemory()) {
      diagnostics.addAll(absent);
    }
    List<Script> scripts =
        AzdHooks.of(root, new ScriptReader(paths.workspace(), paths.project(), diagnostics));
    return new Project(
        paths.project(),
        Project.Tool.AZD,
        steps,
        !layers.isEmpty(),
        scripts,
        connections(),
        diagnostics);
  }

  /// It is not sure that azd looks at the infrastructure of a service.
  private void services() {
    int count = 0;
    for (YamlNode.Entry service : root.entries("services")) {
      Optional<YamlNode> own = service.value().member("infra");
      String folder = service.value().text("project").map(it -> it + "/").orElse("");
      if (own.isPresent() && ++count <= MAX_STEPS) {
        YamlNode infra = own.orElseThrow();
        infrastructure(Optional.of(infra), folder, infra.at(), Kind.UNCHECKED);
      } else if (own.isPresent() && count == MAX_STEPS + 1) {
        tooMany(own.orElseThrow().at());
      }
    }
  }

  private void tooMany(Location at) {
    diagnostics.add(ProjectFiles.tooMany(MAX_STEPS, at));
  }

  /// @param folder of a service, whose infrastructure may lie in it or beside it
  /// @param absence what a template is that is not here
  private void infrastructure(Optional<YamlNode> infra, String folder, Location at, Kind absence) {
    String provider = infra.flatMap(it -> it.text("provider")).orElse("").toLowerCase(Locale.ROOT);
    if (!READ.contains(provider)) {
      providers.add(provider);
      return;
    }
    String path = infra.flatMap(it -> it.text("path")).orElse("infra");
    String module = infra.flatMap(it -> it.text("module")).orElse("main");
    Location place =
        infra
            .flatMap(it -> it.member("module").or(() -> it.member("path")))
            .<Location>map(YamlNode::at)
            .orElse(at instanceof Location.InFile ? start(at) : at);
    List<String> bases = folder.isEmpty() ? List.of("") : List.of(folder, "");
    Optional<Step> here =
        bases.stream()
            .map(base -> step(base + path + "/", module, infra, place))
            .filter(Step::isHere)
            .findFirst();
    here.ifPresent(steps::add);
    if (here.isEmpty() && paths.file(path + "/" + stem(module) + ".tf").isPresent()) {
      providers.add("terraform");
    } else if (here.isEmpty() && infra.filter(AzdProject::saysWhere).isPresent()) {
      String file = shown(path) + stem(module) + ".bicep";
      absent.add(new Absent(paths).template(file, absence, place));
    }
  }

  /// Without a word there may be nothing that azd is to deploy.
  private static boolean saysWhere(YamlNode infra) {
    return Stream.of("path", "module", "provider").anyMatch(it -> infra.text(it).isPresent());
  }

  private static String shown(String path) {
    return Stream.of(path.split("/", -1))
        .filter(it -> !it.isEmpty() && !it.equals("."))
        .map(it -> it + "/")
        .collect(Collectors.joining("", path.startsWith("/") ? "/" : "", ""));
  }

  /// Nothing in the file says it, so its first line does.
  private static Location start(Location at) {
    return at instanceof Location.InFile(var source, var span)
        ? new Location.InFile(source, new Span(span.start(), span.start()))
        : at;
  }

  private Step step(String folder, String module, Optional<YamlNode> infra, Location at) {
    String name = stem(module);
    Optional<WorkspaceFile> template =
        paths.file(folder + name + ".bicep").or(() -> paths.file(folder + name + ".json"));
    return new Step(
        name,
        infra.flatMap(it -> it.text("name")),
        template,
        paths.file(folder + name + ".bicepparam"),
        paths.file(folder + name + ".parameters.json"),
        at);
  }

  private static String stem(String module) {
    String lower = module.toLowerCase(Locale.ROOT);
    return lower.endsWith(".bicep") || lower.endsWith(".json")
        ? module.substring(0, module.lastIndexOf('.'))
        : module;
  }

  private void otherProviders() {
    Location place =
        root.member("infra")
            .<Location>map(YamlNode::at)
            .orElse(new Location.WholeFile(paths.project().shown()));
    for (String provider : providers) {
      diagnostics.add(
          Diagnostic.of(
                  Kind.UNCHECKED,
                  "azd deploys this project with `"
                      + provider
                      + "`, which keylint does not read: nothing of that is checked",
                  place)
              .help("`keylint live` checks what it has deployed"));
    }
  }

  /// They are made of what the services say, whatever templates there are.
  private List<Connection> connections() {
    List<YamlNode.Entry> services = root.entries("services");
    List<String> projects =
        services.stream().filter(it -> isA(it, PROJECT)).map(it -> it.key().text()).toList();
    List<Connection> connections = new ArrayList<>();
    for (YamlNode.Entry service : services) {
      if (isA(service, CONNECTION) && service.value() instanceof YamlNode.Mapping written) {
        Optional<String> project =
            Optional.of(projects).filter(it -> it.size() == 1).map(List::getFirst);
        connections.add(new Connection(service.key().text(), project, written));
      }
    }
    return connections;
  }

  private static boolean isA(YamlNode.Entry service, String host) {
    return service.value().text("host").filter(host::equals).isPresent();
  }

  /// Templates that azd makes of services and resources when nobody has written them: those that
  /// are not here are none of anybody's then.
  private boolean madeInMemory() {
    if (!steps.isEmpty() || !providers.isEmpty()) {
      return false;
    }
    List<YamlNode.Entry> services = root.entries("services");
    List<YamlNode.Entry> made = new ArrayList<>();
    for (YamlNode.Entry service : services) {
      if (service.value().text("host").filter(it -> it.startsWith(IN_MEMORY)).isPresent()
          && !isA(service, CONNECTION)) {
        made.add(service);
      }
    }
    if (services.size() == 1) {
      services.stream().filter(it -> new AspireHost(paths).is(it.value())).forEach(made::add);
    }
    made.addAll(root.entries("resources"));
    if (made.isEmpty()) {
      return false;
    }
    String names =
        String.join(", ", made.stream().limit(10).map(it -> "`" + it.key().text() + "`").toList());
    diagnostics.add(
        Diagnostic.of(
                Kind.UNCHECKED,
                "azd makes the templates of "
                    + names
                    + " in memory when it deploys: nothing of them is checked",
                made.getFirst().key().at())
            .help("run `azd infra generate`, which writes them, and scan again"));
    return true;
  }
}
