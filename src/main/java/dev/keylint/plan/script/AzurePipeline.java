package dev.keylint.plan.script;

import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The scripts of a file of Azure Pipelines, which may be a template of steps, jobs or stages.
///
/// Steps are looked for wherever a list may hold them: expressions such as `${{ if … }}` make keys
/// of their own around them. What never runs, by `enabled` or `condition`, is none.
final class AzurePipeline {
  private static final Set<String> PARTS = Set.of("steps", "jobs", "stages", "extends");
  private static final List<String> SHELLS = List.of("script", "bash", "pwsh", "powershell");
  private static final List<String> INLINE = List.of("inlineScript", "Inline", "script");
  private static final List<String> FILES = List.of("scriptPath", "filePath");
  private static final int MAX_DEPTH = 60;

  private final ScriptReader reader;
  private final List<String> folders;
  private final List<Script> scripts = new ArrayList<>();

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
    if (depth > MAX_DEPTH) {
      return;
    }
    switch (node) {
      case YamlNode.Mapping mapping ->
          mapping.entries().forEach(entry -> walk(entry.value(), depth + 1));
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
    Optional<String> folder = inputs.text("workingDirectory");
    boolean byPath =
        inputs
            .text("scriptLocation")
            .or(() -> inputs.text("targetType"))
            .or(() -> inputs.text("ScriptType"))
            .filter(it -> it.toLowerCase(Locale.ROOT).endsWith("path"))
            .isPresent();
    if (!byPath) {
      INLINE.forEach(key -> member(inputs, key).ifPresent(text -> add(name, text, folder)));
    }
    for (String key : FILES) {
      member(inputs, key)
          .ifPresent(
              path -> scripts.add(reader.file(name, Script.Kind.STEP, path, folders(folder))));
    }
  }

  /// Names of inputs ignore case.
  private static Optional<YamlNode.Scalar> member(YamlNode inputs, String name) {
    return inputs instanceof YamlNode.Mapping mapping
        ? mapping.entries().stream()
            .filter(it -> it.key().text().equalsIgnoreCase(name))
            .flatMap(it -> inputs.scalar(it.key().text()).stream())
            .findFirst()
        : Optional.empty();
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
