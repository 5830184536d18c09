package dev.keylint.lower;

import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Silence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/// What a scan evaluates: every root with each of its parameter files.
///
/// @param files the files that were read and are templates or parameter files, sorted
/// @param notUnderstood those of them that could not be read whole
/// @param diagnostics all of the files that the deployments are made of, none twice
/// @param silences what these files say they accept
public record ScanPlan(
    List<PlannedDeployment> deployments,
    List<String> files,
    List<String> notUnderstood,
    List<Diagnostic> diagnostics,
    List<Silence> silences) {
  private static final Set<Diagnostic.Kind> UNREAD =
      EnumSet.of(
          Diagnostic.Kind.SYNTAX,
          Diagnostic.Kind.UNREADABLE,
          Diagnostic.Kind.LIMIT,
          Diagnostic.Kind.OUTSIDE_ROOT);

  public ScanPlan {
    deployments = List.copyOf(deployments);
    files = List.copyOf(files);
    notUnderstood = List.copyOf(notUnderstood);
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
    Builder builder = new Builder(loader);
    builder.diagnostics.addAll(files.diagnostics());
    builder.diagnostics.addAll(roots.notes());
    builder.diagnostics.addAll(pairing.diagnostics());
    SequencedSet<WorkspaceFile> all = new LinkedHashSet<>(roots.files());
    pairing.pairs().forEach(pair -> all.add(pair.template()));
    for (WorkspaceFile root : all) {
      List<ParameterFile> values =
          pairing.pairs().stream()
              .filter(pair -> pair.template().equals(root))
              .map(ParameterPairing.Pair::values)
              .toList();
      builder.add(root, values);
    }
    files.templates().forEach(file -> builder.files.add(file.shown()));
    files.parameters().forEach(file -> builder.files.add(file.shown()));
    return builder.plan();
  }

  private static final class Builder {
    private final TemplateLoader loader;
    private final List<PlannedDeployment> deployments = new ArrayList<>();
    private final SequencedSet<Diagnostic> diagnostics = new LinkedHashSet<>();
    private final Set<String> files = new TreeSet<>();
    private final Reachable reachable = new Reachable();

    Builder(TemplateLoader loader) {
      this.loader = loader;
    }

    void add(WorkspaceFile root, List<ParameterFile> values) {
      switch (loader.load(root)) {
        case Loaded.Template(Template template) -> {
          reachable.add(template);
          if (values.isEmpty()) {
            deployments.add(new PlannedDeployment(template, Optional.empty()));
          }
          for (ParameterFile file : values) {
            diagnostics.addAll(file.diagnostics());
            ParameterFile fitted = ArmParameterFile.fit(file, template);
            deployments.add(new PlannedDeployment(template, Optional.of(fitted)));
          }
        }
        case Loaded.Unreadable(var why) -> diagnostics.add(why);
        case Loaded.Parameters _, Loaded.Other _ -> {}
      }
    }

    ScanPlan plan() {
      for (Template template : reachable.templates()) {
        diagnostics.addAll(template.diagnostics());
        files.add(template.source().path());
      }
      Set<String> notUnderstood = new TreeSet<>();
      for (Diagnostic diagnostic : diagnostics) {
        if (UNREAD.contains(diagnostic.kind())) {
          notUnderstood.add(path(diagnostic.location()));
        }
      }
      return new ScanPlan(
          deployments,
          List.copyOf(files),
          List.copyOf(notUnderstood),
          List.copyOf(diagnostics),
          loader.silences());
    }

    private static String path(Location location) {
      return switch (location) {
        case Location.InFile(var source, _) -> source.path();
        case Location.WholeFile(var path) -> path;
        case Location.InAzure(var id, _) -> id;
      };
    }
  }
}
