package dev.keylint.plan.script;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The scripts of a file of Azure Pipelines, which may be a template of steps, jobs or stages.
///
/// Steps are looked for wherever a list may hold them: expressions such as `${{ if … }}` make keys
/// of their own around them. What never runs, by `enabled` or `condition`, is none. Templates of
/// the same repository are followed, unless they are pipelines by their own path.
final class AzurePipeline {
  private static final Set<String> PARTS = Set.of("steps", "jobs", "stages", "extends");
  private static final List<String> SHELLS = List.of("script", "bash", "pwsh", "powershell");
  private static final List<String> INLINE = List.of("inlineScript", "Inline", "script");
  private static final List<String> FILES = List.of("scriptPath", "filePath", "filename");

  /// The inputs that say whether a script is given by its path.
  private static final List<String> CHOICES =
      List.of("scriptLocation", "targetType", "scriptType", "scriptSource");

  private static final Pattern TEMPLATE = Pattern.compile("(?i)[^@$]+\\.ya?ml");
  private static final int MAX_DEPTH = 60;

  private final ScriptReader reader;
  private final List<String> folders;
  private final List<Script> scripts = new ArrayList<>();
  private final Set<WorkspaceFile> followed = new HashSet<>();

  /// The folder of the template that is read, relative to the pipeline.
  private String here = "";

  private AzurePipeline(ScriptReader reader, List<String> folders) {
    this.reader = reader;
    this.folders = folders;
  }

  /// Whether a file says that it is one.
  static boolean is(YamlNode root) {
    return PARTS.stream().anyMatch(it -> root.member(it).isPresent());
  }

  /// @param folders where it may run, relative to the file
  static List<Script> of(YamlNode root, ScriptReader reader, List<String> folders) {
    AzurePipeline pipeline = new AzurePipeline(reader, folders);
    pipeline.walk(root, 0);
    return List.copyOf(pipeline.scripts);
  }

  private void walk(YamlNode node, int depth) {
    if (depth > MAX_DEPTH && !(node instanceof YamlNode.Scalar)) {
      String why = "the pipeline is nested deeper than " + MAX_DEPTH;
      scripts.add(reader.unread("pipeline", "the rest", why, node.at()));
      return;
    }
    switch (node) {
      case YamlNode.Mapping mapping -> {
        mapping.scalar("template").ifPresent(path -> template(path, depth));
        mapping.entries().forEach(entry -> walk(entry.value(), depth + 1));
      }
      case YamlNode.Sequence sequence -> {
        for (YamlNode item : sequence.items()) {
          if (runs(item)) {
            step(item);
            walk(item, depth + 1);
          }
        }
      }
      case YamlNode.Scalar _ -> {}
    }
  }

  /// A path from the root of the checkout or from the file that names it; those of other
  /// repositories are nobody's here.
  private void template(YamlNode.Scalar path, int depth) {
    String written = path.text().strip();
    if (!TEMPLATE.matcher(written).matches()) {
      return;
    }
    String way =
        written.startsWith("/") ? folders.getFirst() + written.substring(1) : here + written;
    Optional<WorkspaceFile> file = reader.here(way, List.of(""));
    if (file.isEmpty()) {
      scripts.add(reader.file("template", Script.Kind.STEP, path, List.of(here)));
    } else if (!PipelineFiles.isPipeline(file.orElseThrow().shown())
        && followed.add(file.orElseThrow())) {
      String outer = here;
      here = way.substring(0, way.lastIndexOf('/') + 1);
      reader
          .yaml(file.orElseThrow())
          .ifPresentOrElse(
              root -> walk(root, depth + 1),
              () -> scripts.add(reader.unread("template", written, path.at())));
      here = outer;
    }
  }

  private static boolean runs(YamlNode part) {
    return !says(part, "enabled") && !says(part, "condition");
  }

  private static boolean says(YamlNode part, String key) {
    return part.text(key).filter(it -> it.strip().equalsIgnoreCase("false")).isPresent();
  }

  private void step(YamlNode step) {
    String name = step.text("displayName").or(() -> step.text("name")).orElse("script");
    for (String shell : SHELLS) {
      step.scalar(shell).ifPresent(text -> add(name, text, step.text("workingDirectory")));
    }
    step.text("task")
        .ifPresent(task ->
            step.member("inputs")
                .ifPresent(it -> inputs(step.text("displayName").orElse(task), it)));
  }

  private void inputs(String name, YamlNode inputs) {
    Optional<String> folder = first(inputs, List.of("workingDirectory", "cwd"));
    String choice = first(inputs, CHOICES).orElse("").toLowerCase(Locale.ROOT);
    if (!choice.endsWith("path")) {
      each(inputs, INLINE, text -> add(name, text, folder));
    }
    if (!choice.startsWith("inline")) {
      each(
          inputs,
          FILES,
          path -> scripts.add(reader.file(name, Script.Kind.STEP, path, folders(folder))));
    }
  }

  private static void each(
      YamlNode inputs, List<String> names, Consumer<YamlNode.Scalar> consumer) {
    names.forEach(name -> inputs.scalarIgnoringCase(name).ifPresent(consumer));
  }

  private static Optional<String> first(YamlNode inputs, List<String> names) {
    return names.stream()
        .flatMap(name -> inputs.scalarIgnoringCase(name).stream())
        .map(YamlNode.Scalar::text)
        .findFirst();
  }

  private void add(String name, YamlNode.Scalar text, Optional<String> folder) {
    scripts.add(reader.inline(name, Script.Kind.STEP, text, folders(folder)));
  }

  private List<String> folders(Optional<String> folder) {
    List<String> all = new ArrayList<>();
    folder
        .filter(it -> !it.contains("$"))
        .ifPresent(it -> folders.forEach(base -> all.add(base + it + "/")));
    all.addAll(folders);
    return all;
  }
}
