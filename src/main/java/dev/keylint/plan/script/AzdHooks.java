package dev.keylint.plan.script;

import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The hooks of azd's azure.yaml: of the project, its services and its layers.
///
/// A hook is one script or several, perhaps another one for Windows. `run` is a path if there is
/// such a file, else the script itself: so azd decides it.
public final class AzdHooks {
  private static final List<String> SHELLS = List.of(".sh", ".ps1", ".py", ".js", ".ts", ".cs");

  /// No system takes longer ones.
  private static final int LONGEST_PATH = 32_768;

  private final ScriptReader reader;
  private final List<Script> scripts = new ArrayList<>();

  private AzdHooks(ScriptReader reader) {
    this.reader = reader;
  }

  /// All of them.
  public static List<Script> of(YamlNode root, ScriptReader reader) {
    AzdHooks hooks = new AzdHooks(reader);
    hooks.read(root, List.of(""));
    root.member("infra")
        .ifPresent(infra -> {
          hooks.read(infra, List.of(""));
          infra.items("layers").forEach(layer -> hooks.read(layer, folders(layer, "path")));
        });
    for (YamlNode.Entry service : root.entries("services")) {
      hooks.read(service.value(), folders(service.value(), "project"));
    }
    return List.copyOf(hooks.scripts);
  }

  /// Its own folder, then that of the project.
  private static List<String> folders(YamlNode owner, String key) {
    return owner.text(key).map(it -> List.of(it + "/", "")).orElse(List.of(""));
  }

  private void read(YamlNode owner, List<String> folders) {
    for (YamlNode.Entry hook : owner.entries("hooks")) {
      String event = hook.key().text();
      switch (hook.value()) {
        case YamlNode.Sequence several -> several.items().forEach(one -> hook(event, one, folders));
        case YamlNode.Mapping one -> hook(event, one, folders);
        case YamlNode.Scalar _ -> {}
      }
    }
  }

  private void hook(String event, YamlNode hook, List<String> folders) {
    hook.scalar("run").ifPresent(run -> scripts.add(script(event, run, folders)));
    for (String system : List.of("posix", "windows")) {
      hook.member(system).ifPresent(one -> hook(event, one, folders));
    }
  }

  private Script script(String event, YamlNode.Scalar run, List<String> folders) {
    String text = run.text().strip();
    Optional<String> path = Optional.of(text).filter(it -> isPath(it) || isHere(it, folders));
    return path.isPresent()
        ? reader.file(event, Script.Kind.HOOK, run, folders)
        : reader.inline(event, Script.Kind.HOOK, run, folders);
  }

  private boolean isHere(String text, List<String> folders) {
    return text.indexOf('\n') < 0
        && text.length() < LONGEST_PATH
        && reader.here(text, folders).isPresent();
  }

  /// What can be nothing but the name of a script, which may have been forgotten.
  private static boolean isPath(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return text.matches("[\\w./\\\\-]+") && SHELLS.stream().anyMatch(lower::endsWith);
  }
}
