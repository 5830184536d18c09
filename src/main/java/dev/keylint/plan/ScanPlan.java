package dev.keylint.plan;

import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Silence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// What a scan evaluates: every root with each of its parameter files.
///
/// @param files the templates and parameter files that were found, sorted
/// @param diagnostics of finding and pairing them; each deployment has those of its own files
/// @param silences what these files, and those that they need, say they accept
public record ScanPlan(
    List<PlannedDeployment> deployments,
    List<String> files,
    List<Diagnostic> diagnostics,
    List<Silence> silences) {
  public ScanPlan {
    deployments = List.copyOf(deployments);
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
    silences = List.copyOf(silences);
  }

  /// Finds, reads and lowers all that a request names.
  public static ScanPlan of(Workspace workspace, TemplateLoader loader, ScanRequest request) {
    ScannedFiles files = ScannedFiles.of(workspace, loader, request);
    Roots.Result roots = Roots.of(files, loader);
    ParameterPairing.Result pairing =
        ParameterPairing.of(
            request.parameterFiles().isEmpty() ? files : files.withNamedParameters(),
            roots.files(),
            loader);
    SequencedSet<Diagnostic> diagnostics = new LinkedHashSet<>(files.diagnostics());
    diagnostics.addAll(roots.notes());
    diagnostics.addAll(pairing.diagnostics());
    Map<WorkspaceFile, List<WorkspaceFile>> values = new LinkedHashMap<>();
    roots.files().forEach(root -> values.put(root, new ArrayList<>()));
    pairing
        .pairs()
        .forEach(pair ->
            values.computeIfAbsent(pair.template(), _ -> new ArrayList<>()).add(pair.values()));
    List<PlannedDeployment> deployments = new ArrayList<>();
    values.forEach((root, given) -> {
      if (loader.isTemplate(root)) {
        deployments.addAll(planned(root, given));
      } else if (loader.load(root) instanceof Loaded.Unreadable(var why)) {
        diagnostics.add(why);
      }
    });
    // What they need is looked for here, and with it the configuration that says where.
    deployments.forEach(deployment -> loader.needs(deployment.template()));
    diagnostics.addAll(loader.modules().diagnostics());
    List<String> paths =
        Stream.concat(files.templates().stream(), files.parameters().stream())
            .map(WorkspaceFile::shown)
            .sorted()
            .toList();
    return new ScanPlan(deployments, paths, List.copyOf(diagnostics), loader.silences());
  }

  private static List<PlannedDeployment> planned(WorkspaceFile root, List<WorkspaceFile> values) {
    return values.isEmpty()
        ? List.of(new PlannedDeployment(root, Optional.empty()))
        : values.stream().map(file -> new PlannedDeployment(root, Optional.of(file))).toList();
  }
}
