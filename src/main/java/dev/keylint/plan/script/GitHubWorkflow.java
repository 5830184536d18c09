package dev.keylint.plan.script;

import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The scripts of a workflow of GitHub, or of a composite action: steps that run one, and actions
/// that are given one. What never runs, by `if: false`, is none.
final class GitHubWorkflow {
  private static final Pattern NEVER = Pattern.compile("false|\\$\\{\\{\\s*false\\s*}}");

  /// The inputs by which actions are given a script.
  private static final List<String> INPUTS = List.of("inlineScript", "script");

  private static final String TO_ROOT = "../../";

  /// How far actions that use others are followed.
  private static final int MAX_DEPTH = 5;

  private final ScriptReader reader;
  private final List<Script> scripts = new ArrayList<>();

  private GitHubWorkflow(ScriptReader reader) {
    this.reader = reader;
  }

  static List<Script> of(YamlNode root, ScriptReader reader) {
    GitHubWorkflow workflow = new GitHubWorkflow(reader);
    String folder = folder(root).orElse("");
    for (YamlNode.Entry job : root.entries("jobs")) {
      if (runs(job.value())) {
        workflow.steps(job.value(), folder(job.value()).orElse(folder), job.key().text(), 0);
      }
    }
    return List.copyOf(workflow.scripts);
  }

  private static boolean runs(YamlNode of) {
    return of.text("if").filter(it -> NEVER.matcher(it.strip()).matches()).isEmpty();
  }

  private static Optional<String> folder(YamlNode of) {
    return of.member("defaults")
        .flatMap(it -> it.member("run"))
        .flatMap(it -> it.text("working-directory"));
  }

  private void steps(YamlNode job, String folder, String name, int depth) {
    for (YamlNode step : job.items("steps")) {
      if (runs(step)) {
        List<String> folders = folders(step.text("working-directory").orElse(folder));
        step.scalar("uses")
            .filter(it -> it.text().startsWith("./"))
            .ifPresent(action -> action(action, name, depth));
        String shown = step.text("name").orElse(name);
        step.scalar("run").ifPresent(run -> add(shown, run, folders));
        step.member("with")
            .ifPresent(with ->
                INPUTS.forEach(input ->
                    with.scalarIgnoringCase(input).ifPresent(run -> add(shown, run, folders))));
      }
    }
  }

  /// An action of the same repository: its steps are those of the job.
  private void action(YamlNode.Scalar uses, String name, int depth) {
    String path = uses.text().substring(2);
    if (depth == MAX_DEPTH) {
      String why = "actions that use others are not followed further than " + MAX_DEPTH;
      scripts.add(reader.unread(name, uses.text(), why, uses.at()));
      return;
    }
    List<String> folder = List.of(TO_ROOT + path + "/");
    reader
        .here("action.yml", folder)
        .or(() -> reader.here("action.yaml", folder))
        .ifPresentOrElse(
            file ->
                reader
                    .yaml(file)
                    .ifPresentOrElse(
                        it ->
                            it.member("runs").ifPresent(runs -> steps(runs, path, name, depth + 1)),
                        () -> scripts.add(reader.unread(name, uses.text(), uses.at()))),
            () -> scripts.add(reader.file(name, Script.Kind.STEP, uses, List.of(TO_ROOT))));
  }

  private void add(String name, YamlNode.Scalar run, List<String> folders) {
    scripts.add(reader.inline(name, Script.Kind.STEP, run, folders));
  }

  private static List<String> folders(String folder) {
    return folder.isEmpty() || folder.contains("$")
        ? List.of(TO_ROOT)
        : List.of(TO_ROOT + folder + "/", TO_ROOT);
  }
}
