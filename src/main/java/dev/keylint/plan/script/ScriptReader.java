package dev.keylint.plan.script;

import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.ScriptCommands;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.yaml.YamlFile;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads scripts and the files that they call, as far as these lie in the scanned tree.
public final class ScriptReader {
  /// Files of one project or pipeline that are followed.
  private static final int MAX_FILES = 100;

  private static final int MAX_CHARACTERS = 1 << 20;

  /// A path that may be one of the tree; what stands before its first `/` may be a variable.
  private static final Pattern CALLED =
      Pattern.compile(
          "(?<![\\w.(){}$@:/\\\\-])[\\w.(){}$@:/\\\\-]{1,300}"
              + "\\.(?:sh|bash|ps1|psm1|py|cmd|bat|js|mjs|ts|cs)\\b");

  private static final Pattern VARIABLE = Pattern.compile("^\\$[^/]*/|^[^/$]*[)}]/");

  private final Workspace workspace;
  private final WorkspaceFile project;
  private final List<Diagnostic> diagnostics;
  private int files;

  /// @param project the file that paths are relative to
  /// @param diagnostics gets what could not be read
  public ScriptReader(Workspace workspace, WorkspaceFile project, List<Diagnostic> diagnostics) {
    this.workspace = workspace;
    this.project = project;
    this.diagnostics = diagnostics;
  }

  /// A text that stands in the file itself.
  ///
  /// @param folders where it may run, relative to the file, each with `/` at its end or empty
  Script inline(String name, Script.Kind kind, YamlNode.Scalar text, List<String> folders) {
    Reading reading = new Reading(folders);
    reading.add(text);
    return reading.script(name, kind, text.at());
  }

  /// A file by its path.
  Script file(String name, Script.Kind kind, YamlNode.Scalar path, List<String> folders) {
    Reading reading = new Reading(folders);
    String plain = plain(path.text());
    if (plain.contains("$")) {
      reading.unread.add(new Script.Command("what `" + path.text() + "` does", path.at()));
    } else {
      reading.named(plain, path.at());
    }
    return reading.script(name, kind, path.at());
  }

  /// The file that a path names, if it is one of the tree.
  Optional<WorkspaceFile> here(String path, List<String> folders) {
    return folders.stream().flatMap(folder -> beside(project, folder + path).stream()).findFirst();
  }

  /// The content of a file of YAML that another one uses; a note says when it can't be read.
  Optional<YamlNode> yaml(String path) {
    Optional<WorkspaceFile> file = beside(project, path);
    if (file.isEmpty() || ++files > MAX_FILES) {
      return Optional.empty();
    }
    Location whole = new Location.WholeFile(file.orElseThrow().shown());
    return switch (workspace.text(file.orElseThrow(), whole)) {
      case Lookup.Found<TextFile>(TextFile text) -> {
        YamlFile yaml = YamlReader.readData(text.source());
        yaml.diagnostics().forEach(this::note);
        yield yaml.root();
      }
      case Lookup.NotFound<TextFile>(Diagnostic why) -> {
        note(why);
        yield Optional.empty();
      }
    };
  }

  /// What is wrong here loses no template.
  private void note(Diagnostic why) {
    diagnostics.add(new Diagnostic(Kind.NOTE, why.message(), why.help(), why.location()));
  }

  private Optional<WorkspaceFile> beside(WorkspaceFile from, String path) {
    Location at = new Location.WholeFile(from.shown());
    return look(from, path, at) instanceof Lookup.Found<WorkspaceFile>(var file)
        ? Optional.of(file)
        : Optional.empty();
  }

  private Lookup<WorkspaceFile> look(WorkspaceFile from, String path, Location at) {
    return workspace.file(from, path, Kind.NOTE, at);
  }

  /// Without quotes and the variable that stands for the folder of the checkout.
  private static String plain(String path) {
    String slashed = path.strip().replace('\\', '/');
    return VARIABLE.matcher(slashed).replaceFirst("").replaceFirst("^\\./", "");
  }

  /// One script on the way.
  private final class Reading {
    private final List<String> folders;
    private final List<Script.Command> commands = new ArrayList<>();
    private final List<Script.Command> unread = new ArrayList<>();
    private final Set<WorkspaceFile> seen = new HashSet<>();

    Reading(List<String> folders) {
      this.folders = folders;
    }

    Script script(String name, Script.Kind kind, Location at) {
      return new Script(name, kind, commands, unread, at);
    }

    void add(YamlNode.Scalar text) {
      for (ScriptCommands.Command command : ScriptCommands.of(text.text())) {
        commands.add(new Script.Command(command.text(), place(text, command)));
        called(command.text(), project);
      }
    }

    /// The file that is the script; a note says when it is not to be had.
    void named(String path, Location at) {
      Optional<WorkspaceFile> file = here(path, folders);
      if (file.isPresent()) {
        add(file.orElseThrow());
      } else if (look(project, folders.getFirst() + path, at)
          instanceof Lookup.NotFound<WorkspaceFile>(Diagnostic why)) {
        boolean missing = why.kind() != Kind.OUTSIDE_ROOT;
        note(missing ? Diagnostic.of(Kind.NOTE, "there is no file `" + path + "`", at) : why);
        if (!missing) {
          unread.add(new Script.Command("what `" + path + "` does", at));
        }
      }
    }

    private void called(String command, WorkspaceFile from) {
      Matcher paths = CALLED.matcher(command);
      while (paths.find()) {
        String path = plain(paths.group());
        if (!path.contains("$")) {
          here(path, folders).or(() -> beside(from, path)).ifPresent(this::add);
        }
      }
    }

    private void add(WorkspaceFile file) {
      if (!seen.add(file) || file.equals(project)) {
        return;
      }
      Location whole = new Location.WholeFile(file.shown());
      if (++files > MAX_FILES) {
        unread.add(new Script.Command("what `" + file.shown() + "` does", whole));
        return;
      }
      switch (workspace.text(file, whole)) {
        case Lookup.Found<TextFile>(TextFile text) when text.text().length() <= MAX_CHARACTERS ->
            add(file, text);
        case Lookup.Found<TextFile> _ -> large(file, whole);
        case Lookup.NotFound<TextFile>(Diagnostic why) -> {
          note(why);
          unread.add(new Script.Command("what `" + file.shown() + "` does", whole));
        }
      }
    }

    private void large(WorkspaceFile file, Location whole) {
      String message = "the script is larger than " + MAX_CHARACTERS + " characters";
      diagnostics.add(Diagnostic.of(Kind.NOTE, message, whole));
      unread.add(new Script.Command("what `" + file.shown() + "` does", whole));
    }

    private void add(WorkspaceFile file, TextFile text) {
      for (ScriptCommands.Command command : ScriptCommands.of(text.text())) {
        Span span = new Span(command.offset(), command.offset() + command.text().length());
        commands.add(new Script.Command(command.text(), new Location.InFile(text.source(), span)));
        called(command.text(), file);
      }
    }
  }

  /// Where a command of a block stands; of other spellings the whole.
  private static Location place(YamlNode.Scalar scalar, ScriptCommands.Command command) {
    Source source = scalar.at().source();
    if (scalar.style() != YamlNode.Style.LITERAL) {
      return scalar.at();
    }
    String before = scalar.text().substring(0, command.offset());
    int line = scalar.at().start().line() + 1 + (int) before.chars().filter(c -> c == '\n').count();
    if (line > source.lineCount()) {
      return scalar.at();
    }
    String first = command.text().lines().findFirst().orElse("");
    int start =
        source
            .text()
            .indexOf(first.substring(0, Math.min(first.length(), 8)), source.lineStart(line));
    int end = source.lineEnd(line);
    return start < 0 || start > end
        ? scalar.at()
        : new Location.InFile(
            source, new Span(start, Math.max(start, Math.min(end, start + first.length()))));
  }
}
