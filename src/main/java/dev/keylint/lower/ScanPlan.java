package dev.keylint.lower;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a scan deploys: roots, each with its parameter files.
///
/// A root is a template that no other scanned template uses as a module, that a parameter file
/// names, or that the user named. A template that the official compiler made of a scanned Bicep
/// file is no root of its own.
///
/// @param filesRead how many files were read
/// @param notUnderstood paths of the files that could not be read to their end
/// @param diagnostics what there is to say about all files, modules included, each once
public record ScanPlan(
    List<PlannedDeployment> deployments,
    int filesRead,
    List<String> notUnderstood,
    List<Diagnostic> diagnostics) {
  public ScanPlan {
    deployments = List.copyOf(deployments);
    notUnderstood = List.copyOf(notUnderstood);
    diagnostics = List.copyOf(diagnostics);
  }

  /// Plans the scan of these files.
  ///
  /// @param named the files that the user gave by name: always roots
  public static ScanPlan of(
      TemplateLoader loader, List<WorkspaceFile> files, Set<WorkspaceFile> named) {
    files.parallelStream().forEach(loader::load);
    return new Planner(loader, files, named).plan();
  }

  private static final class Planner {
    private final TemplateLoader loader;
    private final List<WorkspaceFile> files;
    private final Set<WorkspaceFile> named;
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final List<ParameterFile> parameterFiles = new ArrayList<>();
    private final Set<String> roots = new LinkedHashSet<>();
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    Planner(TemplateLoader loader, List<WorkspaceFile> files, Set<WorkspaceFile> named) {
      this.loader = loader;
      this.files = files;
      this.named = named;
    }

    ScanPlan plan() {
      for (WorkspaceFile file : files) {
        sort(file);
      }
      UsedTemplates used = UsedTemplates.by(templates.values());
      used.all().forEach(template -> diagnostics.addAll(template.diagnostics()));
      for (WorkspaceFile file : files) {
        if (templates.containsKey(file.shown())
            && (named.contains(file) || !used.asModule(file.shown()))) {
          roots.add(file.shown());
        }
      }
      Map<String, List<ParameterFile>> given = byTemplate();
      List<PlannedDeployment> deployments = new ArrayList<>();
      for (Map.Entry<String, Template> entry : templates.entrySet()) {
        if (roots.contains(entry.getKey())) {
          deployments.addAll(deployments(entry.getValue(), given.getOrDefault(entry.getKey(), List.of())));
        }
      }
      List<String> lost =
          diagnostics.stream()
              .filter(it ->
                  it.kind() == Kind.SYNTAX
                      || it.kind() == Kind.UNREADABLE
                      || it.kind() == Kind.LIMIT)
              .map(it -> path(it.location()))
              .distinct()
              .sorted()
              .toList();
      return new ScanPlan(deployments, files.size(), lost, List.copyOf(diagnostics));
    }

    private static List<PlannedDeployment> deployments(Template template, List<ParameterFile> own) {
      if (own.isEmpty()) {
        return List.of(new PlannedDeployment(template, Optional.empty()));
      }
      return own.stream()
          .map(file -> new PlannedDeployment(template, Optional.of(ArmParameterFile.fit(file, template))))
          .toList();
    }

    private void sort(WorkspaceFile file) {
      switch (loader.load(file)) {
        case Loaded.Template(Template template) -> {
          if (!CompiledTwin.is(loader, file) || named.contains(file)) {
            templates.put(file.shown(), template);
          }
        }
        case Loaded.Parameters(ParameterFile values) -> add(values);
        case Loaded.Unreadable(Diagnostic why) -> diagnostics.add(why);
        case Loaded.Other() -> JsonParameters.of(loader, file).ifPresent(this::add);
      }
    }

    private void add(ParameterFile file) {
      parameterFiles.add(file);
      diagnostics.addAll(file.diagnostics());
    }

    /// A parameter file makes its template a root, also when another template uses it as a module.
    private Map<String, List<ParameterFile>> byTemplate() {
      Map<String, List<ParameterFile>> byTemplate = new LinkedHashMap<>();
      for (ParameterFile file : parameterFiles) {
        Optional<String> template = TemplateOf.parameterFile(file, templates.keySet());
        template.ifPresentOrElse(
            path -> {
              roots.add(path);
              byTemplate.computeIfAbsent(path, _ -> new ArrayList<>()).add(file);
            },
            () ->
                diagnostics.add(
                    Diagnostic.of(
                        Kind.NOTE,
                        "these parameters belong to no template of the scan",
                        new Location.WholeFile(file.source().path()))));
      }
      return byTemplate;
    }

    private static String path(Location location) {
      return switch (location) {
        case Location.InFile place -> place.source().path();
        case Location.WholeFile(String path) -> path;
        case Location.InAzure(String id, _) -> id;
      };
    }
  }
}
