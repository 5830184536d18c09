package dev.keylint.plan.script;

import dev.keylint.module.Lookup;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A repository with scripts.
final class Tree {
  private final Path root;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Tree(Path root) {
    this.root = root;
  }

  Tree with(String path, String text) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WorkspaceFile file(Workspace workspace, String path) {
    return switch (workspace.file(root.resolve(path), new Location.WholeFile(path))) {
      case Lookup.Found<WorkspaceFile>(var file) -> file;
      case Lookup.NotFound<WorkspaceFile>(var why) -> throw new AssertionError(why);
    };
  }

  /// The hooks of an azure.yaml in the folder `app`.
  List<Script> hooks(String text) {
    with("app/azure.yaml", text);
    Workspace workspace = Workspace.of(root);
    ScriptReader reader =
        new ScriptReader(workspace, file(workspace, "app/azure.yaml"), diagnostics);
    return YamlReader.readData(Source.of("app/azure.yaml", text))
        .root()
        .map(it -> AzdHooks.of(it, reader))
        .orElseThrow();
  }

  /// The scripts of a pipeline.
  List<Script> pipeline(String path, String text) {
    return read(path, text).scripts();
  }

  Pipeline read(String path, String text) {
    with(path, text);
    Workspace workspace = Workspace.of(root);
    Pipeline pipeline = PipelineFiles.read(workspace, file(workspace, path));
    diagnostics.addAll(pipeline.diagnostics());
    return pipeline;
  }

  /// What could not be read, as `place: message`.
  List<String> said() {
    return diagnostics.stream().map(it -> it.location() + ": " + it.message()).toList();
  }

  /// Each script as `name: command @ place, …`, then what of it is not known.
  static List<String> shown(List<Script> scripts) {
    return scripts.stream().map(it -> it.name() + ": " + String.join(", ", parts(it))).toList();
  }

  private static List<String> parts(Script script) {
    List<String> parts = new ArrayList<>();
    script.commands().forEach(it -> parts.add(it.text() + " @ " + place(it.at())));
    script.unread().forEach(it -> parts.add("? " + it.text()));
    return parts;
  }

  private static String place(Location at) {
    return at instanceof Location.InFile file
        ? file.source().path() + ":" + file.start().line()
        : at.toString();
  }
}
