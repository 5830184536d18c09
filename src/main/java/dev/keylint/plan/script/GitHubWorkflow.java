package dev.keylint.plan.script;

import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The scripts of a workflow of GitHub, or of a composite action: steps that run one, and actions
/// that are given one. What never runs, by `if: false`, is none.
final class GitHubWorkflow {
  private static final Pattern NEVER = Pattern.compile("false|\\$\\{\\{\\s*false\\s*}}");

  /// The inputs by which actions are given a script.
  private static final Set<String> INPUTS = Set.of("inlineScript", "inlinescript", "script");

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
        step.text("uses")
            .filter(it -> it.startsWith("./") && depth < MAX_DEPTH)
            .ifPresent(action -> action(action.substring(2), name, depth));
        String shown = step.text("name").orElse(name);
        step.scalar("run").ifPresent(run -> add(shown, run, folders));
        step.member("with")
            .ifPresent(with ->
                INPUTS.forEach(
                    input -> with.scalar(input).ifPresent(run -> add(shown, run, folders))));
      }
    }
  }

  /// An action of the same repository: its steps are those of the job.
  private void action(String path, String name, int depth) {
    Stream.of("action.yml", "action.yaml")
        .flatMap(file -> reader.yaml(TO_ROOT + path + "/" + file).stream())
        .findFirst()
        .flatMap(it -> it.member("runs"))
        .ifPresent(runs -> steps(runs, path, name, depth + 1));
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
