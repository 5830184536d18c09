package dev.keylint.plan.project;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Teams Toolkit's teamsapp.yml or m365agents.yml: the steps that use `arm/deploy`.
final class TeamsProject {
  private static final int MAX_STEPS = 100;

  /// The beginning of a variable, which Teams Toolkit replaces everywhere in the file.
  private static final String VARIABLE = "${{";

  private final ProjectFiles.Paths paths;
  private final YamlNode root;
  private final List<Diagnostic> diagnostics;
  private final List<Step> steps = new ArrayList<>();

  TeamsProject(ProjectFiles.Paths paths, YamlNode root, List<Diagnostic> diagnostics) {
    this.paths = paths;
    this.root = root;
    this.diagnostics = new ArrayList<>(diagnostics);
  }

  Project read() {
    for (String phase : List.of("provision", "deploy", "publish")) {
      List<YamlNode> templates =
          root.items(phase).stream()
              .filter(action -> action.text("uses").filter("arm/deploy"::equals).isPresent())
              .flatMap(action -> action.member("with").stream())
              .flatMap(with -> with.items("templates").stream())
              .toList();
      templates.stream().limit(MAX_STEPS).forEach(this::template);
      if (templates.size() > MAX_STEPS) {
        diagnostics.add(ProjectFiles.tooMany(MAX_STEPS, templates.get(MAX_STEPS).at()));
      }
    }
    return new Project(
        paths.project(),
        Project.Tool.TEAMS_TOOLKIT,
        steps,
        false,
        List.of(),
        List.of(),
        diagnostics);
  }

  private void template(YamlNode template) {
    Optional<String> path = template.text("path");
    Optional<WorkspaceFile> parameters = template.text("parameters").flatMap(paths::file);
    boolean isBicep =
        parameters
            .filter(file -> file.name().toLowerCase(Locale.ROOT).endsWith(".bicepparam"))
            .isPresent();
    Step step =
        new Step(
            path.orElse(""),
            Optional.empty(),
            path.flatMap(paths::file),
            isBicep ? parameters : Optional.empty(),
            isBicep ? Optional.empty() : parameters,
            template.at());
    if (step.isHere()) {
      steps.add(step);
    } else {
      template.scalar("path").ifPresent(this::absent);
    }
    template
        .scalar("parameters")
        .filter(it -> parameters.isEmpty() && !it.text().contains(VARIABLE))
        .ifPresent(it -> diagnostics.add(new Absent(paths).parameters(it.text(), it.at())));
  }

  private void absent(YamlNode.Scalar path) {
    diagnostics.add(
        path.text().contains(VARIABLE)
            ? Diagnostic.of(
                    Diagnostic.Kind.UNCHECKED,
                    "which template `"
                        + path.text()
                        + "` is depends on variables: nothing of it is checked",
                    path.at())
                .help("name the templates: `keylint scan FILE`")
            : new Absent(paths).template(path.text(), Diagnostic.Kind.MISSING_FILE, path.at()));
  }
}
