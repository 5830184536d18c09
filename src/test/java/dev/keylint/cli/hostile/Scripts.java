package dev.keylint.cli.hostile;

import static dev.keylint.cli.hostile.Structures.lines;

import dev.keylint.cli.hostile.HostileCase.Expects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Files beside templates: scripts, and what has them run.
final class Scripts {
  private static final int LINES = 120_000;
  private static final int LONG = 900_000;
  private static final int STEPS = 2_000;
  private static final int TEMPLATES = 200;

  private Scripts() {}

  static List<HostileCase> all() {
    return List.of(
        of("script-lines", Map.of("azure.yaml", hook("|\n" + lines(LINES, _ -> "      a")))),
        of("script-word", Map.of("azure.yaml", hook("'./" + "a/".repeat(LONG / 2) + "'"))),
        of("script-quotes", Map.of("azure.yaml", hook("|\n      cat <<" + "\"'".repeat(LONG / 2)))),
        of("script-variable", Map.of("azure.yaml", connection("${" + "a".repeat(LONG)))),
        of("script-calls", calls()),
        of("pipeline-templates", templates()));
  }

  private static HostileCase of(String name, Map<String, String> files) {
    Map<String, String> all = new HashMap<>(files);
    all.put("main.bicep", "output o string = ''\n");
    return new HostileCase(name, Expects.NOTHING, all);
  }

  private static String hook(String run) {
    return "hooks:\n  postup:\n    run: " + run + "\n";
  }

  private static String connection(String target) {
    return "services:\n  docs:\n    host: azure.ai.connection\n    target: '" + target + "'\n";
  }

  /// Each step calls the same long script.
  private static Map<String, String> calls() {
    return Map.of(
        ".github/workflows/a.yml",
        "jobs:\n  a:\n    steps:\n" + lines(STEPS, _ -> "      - run: sh all.sh"),
        "all.sh",
        lines(LINES, _ -> "a"));
  }

  /// Each uses all others.
  private static Map<String, String> templates() {
    String all = "steps:\n" + lines(TEMPLATES, i -> "  - template: t" + i + ".yml");
    Map<String, String> files = new HashMap<>();
    files.put("azure-pipelines.yml", all);
    for (int i = 0; i < TEMPLATES; i++) {
      files.put("t" + i + ".yml", all);
    }
    return files;
  }
}
