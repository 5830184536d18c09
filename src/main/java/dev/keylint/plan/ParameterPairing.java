package dev.keylint.plan;

import dev.keylint.bicep.Declaration;
import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.ParameterFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which parameter file is for which template: by what it says itself, else by its name.
final class ParameterPairing {
  private static final String MARK = ".parameters";

  private final ScannedFiles files;
  private final List<WorkspaceFile> roots;
  private final TemplateLoader loader;
  private final Map<String, List<WorkspaceFile>> byStem;
  private final Map<String, List<WorkspaceFile>> rootsByFolder;
  private final Map<WorkspaceFile, Set<String>> declared = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private ParameterPairing(ScannedFiles files, List<WorkspaceFile> roots, TemplateLoader loader) {
    this.files = files;
    this.roots = roots;
    this.loader = loader;
    this.byStem = byStem(files.templates());
    this.rootsByFolder = roots.stream().collect(Collectors.groupingBy(WorkspaceFile::folder));
  }

  /// A parameter file and the template that it is for.
  record Pair(WorkspaceFile template, WorkspaceFile values) {}

  /// @param diagnostics those of files without a template; the others keep theirs
  record Result(List<Pair> pairs, List<Diagnostic> diagnostics) {
    public Result {
      pairs = List.copyOf(pairs);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  static Result of(ScannedFiles files, List<WorkspaceFile> roots, TemplateLoader loader) {
    ParameterPairing pairing = new ParameterPairing(files, roots, loader);
    files.parameters().forEach(pairing::pair);
    return new Result(pairing.pairs, pairing.diagnostics);
  }

  private void pair(WorkspaceFile file) {
    switch (loader.parsed(file)) {
      case Lookup.Found<ParsedFile>(ParsedFile.Json json) -> {
        diagnostics.addAll(json.notes());
        loader.values(file).ifPresent(values -> json(file, values));
      }
      case Lookup.Found<ParsedFile>(ParsedFile.Bicep _) -> bicep(file);
      case Lookup.Found<ParsedFile>(ParsedFile.Other _), Lookup.NotFound<ParsedFile> _ -> {}
    }
  }

  private void bicep(WorkspaceFile file) {
    using(loader, file)
        .ifPresentOrElse(
            found -> pairs.add(new Pair(found, file)),
            () -> loader.values(file).ifPresent(it -> diagnostics.addAll(it.diagnostics())));
  }

  /// The template that a Bicep parameter file says it is for; what extends another one is for the
  /// same.
  static Optional<WorkspaceFile> using(TemplateLoader loader, WorkspaceFile file) {
    return loader.used(file, Uses.Kind.TEMPLATE).stream()
        .findFirst()
        .or(() ->
            loader.used(file, Uses.Kind.BASE).stream()
                .flatMap(base -> loader.used(base, Uses.Kind.TEMPLATE).stream())
                .findFirst());
  }

  private void json(WorkspaceFile file, ParameterFile values) {
    List<WorkspaceFile> templates = files.named().contains(file) ? namedRoots() : List.of();
    if (templates.isEmpty()) {
      templates =
          values
              .template()
              .flatMap(path -> named(file, path))
              .map(List::of)
              .or(() -> byName(file))
              .or(() -> onlyRoot(file, values).map(List::of))
              .orElse(List.of());
    }
    for (WorkspaceFile template : templates) {
      pairs.add(new Pair(template, file));
    }
    if (templates.isEmpty()) {
      diagnostics.addAll(values.diagnostics());
      diagnostics.add(
          Diagnostic.of(
                  Kind.NOTE,
                  "no template is found for this parameter file",
                  new Location.WholeFile(file.shown()))
              .help(
                  "put its template beside it under the same name, `main.bicep` for"
                      + " `main.parameters.json`, or name both: `keylint scan TEMPLATE FILE`"));
    }
  }

  private Optional<WorkspaceFile> named(WorkspaceFile file, String path) {
    Location at = new Location.WholeFile(file.shown());
    return loader.workspace().file(file, path, Kind.NOTE, at)
            instanceof Lookup.Found<WorkspaceFile>(var found)
        ? Optional.of(found)
        : Optional.empty();
  }

  /// The template in the same folder whose name starts that of the file; the longest such name. The
  /// same in the other language, written by hand and deployed for its own sake, takes it too.
  private Optional<List<WorkspaceFile>> byName(WorkspaceFile file) {
    for (String stem : stems(file.name())) {
      List<WorkspaceFile> found = byStem.get(file.folder() + stem);
      if (found != null) {
        WorkspaceFile first = found.getFirst();
        return Optional.of(
            found.stream().filter(it -> it.equals(first) || isHandTwin(it)).toList());
      }
    }
    return Optional.empty();
  }

  /// What its template may be called without the ending, in lower case; the longest first.
  static List<String> stems(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> stems = new ArrayList<>();
    for (int end = lower.indexOf(MARK); end > 0; end = lower.lastIndexOf('.', end - 1)) {
      stems.add(lower.substring(0, end));
    }
    return stems;
  }

  /// Whether a file is no output of the compiler, which is scanned by its source.
  private boolean isHandTwin(WorkspaceFile file) {
    return roots.contains(file)
        && loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts)
        && !facts.isCompiled();
  }

  /// By folder and name without its ending; of the same name the Bicep file first.
  private static Map<String, List<WorkspaceFile>> byStem(List<WorkspaceFile> templates) {
    Map<String, List<WorkspaceFile>> byStem = new HashMap<>();
    for (WorkspaceFile template : templates) {
      List<WorkspaceFile> same =
          byStem.computeIfAbsent(template.folder() + stem(template), _ -> new ArrayList<>());
      same.add(template.name().endsWith(".bicep") ? 0 : same.size(), template);
    }
    return byStem;
  }

  /// The root of the folder, when it is the only one and declares what the file gives.
  private Optional<WorkspaceFile> onlyRoot(WorkspaceFile file, ParameterFile values) {
    List<WorkspaceFile> here = rootsByFolder.getOrDefault(file.folder(), List.of());
    // A file of which not all could be read may give what the root does not declare.
    return here.size() == 1 && values.unread().isEmpty()
        ? here.stream().filter(root -> declares(root, values)).findFirst()
        : Optional.empty();
  }

  private boolean declares(WorkspaceFile root, ParameterFile values) {
    Set<String> declared = declared(root);
    return values.arguments().stream().allMatch(argument -> declared.contains(argument.name()));
  }

  /// The names of a root's parameters; of the last root only, since files are looked at by folder.
  private Set<String> declared(WorkspaceFile root) {
    Set<String> names = declared.get(root);
    if (names == null) {
      names = names(root);
      declared.clear();
      declared.put(root, names);
    }
    return names;
  }

  private Set<String> names(WorkspaceFile root) {
    Set<String> declared = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    switch (loader.parsed(root)) {
      case Lookup.Found<ParsedFile>(ParsedFile.Bicep(var file, _, _)) ->
          file.declarations().stream()
              .filter(Declaration.Parameter.class::isInstance)
              .forEach(it -> declared.add(((Declaration.Parameter) it).name().name()));
      case Lookup.Found<ParsedFile>(ParsedFile.Json json) ->
          json.root()
              .flatMap(template -> template.object("parameters"))
              .ifPresent(them -> them.members().forEach(it -> declared.add(it.key())));
      case Lookup.Found<ParsedFile>(ParsedFile.Other _), Lookup.NotFound<ParsedFile> _ -> {}
    }
    return declared;
  }

  private List<WorkspaceFile> namedRoots() {
    return roots.stream().filter(files.named()::contains).toList();
  }

  /// The name without its ending, in lower case.
  static String stem(WorkspaceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.substring(0, name.lastIndexOf('.'));
  }
}
