package dev.keylint.plan.script;

import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.ScriptCommands;
import dev.keylint.text.Span;
import dev.keylint.yaml.YamlFile;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads scripts and the files that they call, as far as these lie in the scanned tree.
public final class ScriptReader {
  /// Files that one project or pipeline leads to.
  private static final int MAX_FILES = 100;

  /// Commands of one project or pipeline, those of a file as often as it is called.
  private static final int MAX_COMMANDS = 20_000;

  private static final int MAX_CHARACTERS = 1 << 20;

  private static final String TOO_LONG = "what a command of more than 32,767 characters does";

  /// Scripts that one of them runs and that are not here, and how many of a project or pipeline are
  /// named.
  private static final int MAX_ABSENT = 100;

  /// Folders in which one script may look for what it calls.
  private static final int MAX_FOLDERS = 20;

  private final Workspace workspace;
  private final WorkspaceFile project;
  private final List<Diagnostic> diagnostics;
  private final Map<WorkspaceFile, Content> contents = new HashMap<>();
  private int files;
  private int commands;
  private int absent;

  /// @param project the file that paths are relative to
  /// @param diagnostics gets what could not be read
  public ScriptReader(Workspace workspace, WorkspaceFile project, List<Diagnostic> diagnostics) {
    this.workspace = workspace;
    this.project = project;
    this.diagnostics = diagnostics;
  }

  /// What a file runs, and why that is not all.
  private record Content(List<Script.Command> commands, List<Script.Unread> unread) {}

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
    String plain = ScriptPaths.plain(path.text());
    if (plain.contains("$")) {
      reading.unread.add(unknown(path.text(), path.at()));
    } else {
      reading.named(plain, path.at());
    }
    return reading.script(name, kind, path.at());
  }

  /// The file that a path names, if it is one of the tree.
  Optional<WorkspaceFile> here(String path, List<String> folders) {
    return folders.stream().flatMap(folder -> beside(project, folder + path).stream()).findFirst();
  }

  /// The content of a file of YAML that another one uses; what it does is unknown, and that is
  /// said, where it can't be read.
  Optional<YamlNode> yaml(WorkspaceFile file) {
    Location whole = new Location.WholeFile(file.shown());
    if (isTooMuch()) {
      return Optional.empty();
    }
    return switch (workspace.text(file, whole)) {
      case Lookup.Found<TextFile>(TextFile text) -> {
        YamlFile yaml = YamlReader.readData(text.source());
        diagnostics.addAll(
            yaml.root().isEmpty()
                ? PipelineFiles.broken(yaml.diagnostics())
                : yaml.diagnostics().stream().map(PipelineFiles::harmless).toList());
        yield yaml.root();
      }
      case Lookup.NotFound<TextFile>(Diagnostic why) -> {
        unchecked(why.message(), whole);
        yield Optional.empty();
      }
    };
  }

  /// A script that may do anything, as it is not looked into.
  Script unread(String name, String path, String why, Location at) {
    unchecked(why, at);
    return unread(name, path, at);
  }

  /// The same where it has been said why.
  Script unread(String name, String path, Location at) {
    return new Script(name, Script.Kind.STEP, List.of(), List.of(unknown(path, at)), true, at);
  }

  private void unchecked(String why, Location at) {
    diagnostics.add(
        Diagnostic.of(Kind.UNCHECKED, why + ", so what the script does is not checked", at));
  }

  private static Script.Unread unknown(String path, Location at) {
    return new Script.Unread("what `" + path + "` does", at, Optional.empty());
  }

  private static Script.Unread tooLong(Location at) {
    return new Script.Unread(TOO_LONG, at, Optional.empty());
  }

  /// Counts one more file; the first one too many is said.
  private boolean isTooMuch() {
    if (files == MAX_FILES) {
      Location whole = new Location.WholeFile(project.shown());
      unchecked("it leads to more than " + MAX_FILES + " files", whole);
    }
    return ++files > MAX_FILES;
  }

  private Optional<WorkspaceFile> beside(WorkspaceFile from, String path) {
    Location at = new Location.WholeFile(from.shown());
    return look(from, path, at) instanceof Lookup.Found<WorkspaceFile>(var file)
        ? Optional.of(file)
        : Optional.empty();
  }

  private Lookup<WorkspaceFile> look(WorkspaceFile from, String path, Location at) {
    return workspace.file(from, path.replace('\\', '/'), Kind.NOTE, at);
  }

  private Content content(WorkspaceFile file) {
    Content known = contents.get(file);
    if (known != null) {
      return known;
    }
    Content read = read(file);
    contents.put(file, read);
    return read;
  }

  private Content read(WorkspaceFile file) {
    Location whole = new Location.WholeFile(file.shown());
    if (!isTooMuch()) {
      switch (workspace.text(file, whole)) {
        case Lookup.Found<TextFile>(TextFile text) when text.text().length() <= MAX_CHARACTERS -> {
          return content(text);
        }
        case Lookup.Found<TextFile> _ ->
            unchecked("the file is larger than " + MAX_CHARACTERS + " characters", whole);
        case Lookup.NotFound<TextFile>(Diagnostic why) -> unchecked(why.message(), whole);
      }
    }
    return new Content(List.of(), List.of(unknown(file.shown(), whole)));
  }

  private static Content content(TextFile text) {
    List<Script.Command> run = new ArrayList<>();
    List<Script.Unread> unread = new ArrayList<>();
    for (ScriptCommands.Command command : ScriptCommands.of(text.text())) {
      Span span = new Span(command.offset(), command.offset() + command.text().length());
      Location at = new Location.InFile(text.source(), span);
      if (command.isTooLong()) {
        unread.add(tooLong(at));
      } else {
        run.add(new Script.Command(command.text(), at));
      }
    }
    return new Content(run, unread);
  }

  /// One script on the way.
  private final class Reading {
    private final List<String> folders;
    private final List<Script.Command> run = new ArrayList<>();
    private final List<Script.Unread> unread = new ArrayList<>();
    private final Set<WorkspaceFile> seen = new HashSet<>();
    private final Set<String> missed = new HashSet<>();
    private boolean isHere = true;

    /// Whether there are more folders than it is looked in.
    private boolean strays;

    Reading(List<String> folders) {
      this.folders = new ArrayList<>(folders);
    }

    Script script(String name, Script.Kind kind, Location at) {
      return new Script(name, kind, run, unread, isHere, at);
    }

    void add(YamlNode.Scalar text) {
      ScalarPlaces places = new ScalarPlaces(text);
      List<Script.Command> all = new ArrayList<>();
      for (ScriptCommands.Command it : ScriptCommands.of(text.text())) {
        if (it.isTooLong()) {
          unread.add(tooLong(text.at()));
        } else {
          all.add(new Script.Command(it.text(), places.of(it)));
        }
      }
      add(all, project, text.at());
    }

    /// The file that is the script; it is said when that is not to be had.
    void named(String path, Location at) {
      Optional<WorkspaceFile> file = here(path, folders);
      if (file.isPresent()) {
        add(file.orElseThrow());
      } else {
        isHere = missing(path, at).kind() == Kind.OUTSIDE_ROOT;
      }
    }

    private boolean isNew(String path) {
      return missed.size() < MAX_ABSENT && missed.add(path);
    }

    /// Says that a file can't be looked into, and why.
    private Diagnostic missing(String path, Location at) {
      Diagnostic why =
          switch (look(project, folders.getFirst() + path, at)) {
            case Lookup.NotFound<WorkspaceFile>(Diagnostic it)
                when it.kind() == Kind.OUTSIDE_ROOT ->
                it;
            case Lookup<WorkspaceFile> _ ->
                Diagnostic.of(Kind.MISSING_FILE, "there is no file `" + path + "`", at);
          };
      if (++absent <= MAX_ABSENT) {
        unchecked(why.message(), at);
      } else if (absent == MAX_ABSENT + 1) {
        unchecked("more than " + MAX_ABSENT + " scripts are not here", at);
      }
      unread.add(new Script.Unread(unknown(path, at).text(), at, Optional.of(path)));
      return why;
    }

    private void add(WorkspaceFile file) {
      if (seen.add(file) && !file.equals(project)) {
        Content content = content(file);
        unread.addAll(content.unread());
        add(content.commands(), file, new Location.WholeFile(file.shown()));
      }
    }

    private void add(List<Script.Command> all, WorkspaceFile from, Location whole) {
      for (Script.Command command : all) {
        if (commands == MAX_COMMANDS) {
          unchecked("there are more than " + MAX_COMMANDS + " commands", whole);
        }
        if (++commands > MAX_COMMANDS) {
          unread.add(unknown(from.shown(), whole));
          return;
        }
        run.add(command);
        called(command, from);
      }
    }

    private void called(Script.Command command, WorkspaceFile from) {
      ScriptPaths.entered(command.text()).ifPresent(this::enter);
      for (ScriptPaths.Named named : ScriptPaths.in(command.text())) {
        String path = named.path();
        Optional<WorkspaceFile> file =
            here(path, List.copyOf(folders)).or(() -> beside(from, path));
        file.ifPresent(this::add);
        if (file.isEmpty() && strays) {
          unchecked("`" + path + "` may lie in one of many folders", command.at());
          unread.add(unknown(path, command.at()));
        } else if (file.isEmpty() && named.isRun() && isNew(path)) {
          missing(path, command.at());
        }
      }
    }

    /// What is called from here on may lie there.
    private void enter(String folder) {
      List<String> inside = folders.stream().map(it -> it + folder + "/").toList();
      if (folders.containsAll(inside)) {
        return;
      }
      strays |= folders.size() >= MAX_FOLDERS;
      if (!strays) {
        folders.addAll(0, inside);
      }
    }
  }
}
