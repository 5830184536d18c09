package dev.keylint.cli;

import dev.keylint.json.JsonWriter;
import dev.keylint.module.Workspace;
import dev.keylint.plan.ScanRequest;
import dev.keylint.report.HiddenTexts;
import dev.keylint.report.Redaction;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `keylint expand`: the resources that keylint sees, as JSON.
@Command(
    name = "expand",
    description =
        "Prints the resources that a template deploys, as far as they are known: one JSON object a"
            + " file.")
final class ExpandCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Templates, or .bicepparam files with their templates. What they refer to must lie in the"
              + " repository around them, or without one in the current folder.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--no-locations",
      negatable = false,
      description = "Leave out where resources are declared.")
  private boolean noLocations;

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description =
          "A parameter file for the templates: .bicepparam, or JSON of Azure Resource Manager or"
              + " azd; several times for several, each of which is a deployment of its own.")
  private List<Path> parameters = new ArrayList<>();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "The folder that files may refer to, instead of the current folder or the repository.")
  private @Nullable Path root;

  @Mixin private final TemplateOptions templates = new TemplateOptions();

  ExpandCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    TemplateScan scan = TemplateScan.of(terminal, templates);
    boolean incomplete = false;
    Writer out = new BufferedWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
    for (Path file : files) {
      Input input = read(scan, file);
      List<Expanded> all = input.estates().map(it -> it).toList();
      Set<Diagnostic> notes = new LinkedHashSet<>(input.diagnostics());
      all.forEach(it -> notes.addAll(it.notes()));
      List<HiddenTexts> hidden = new ArrayList<>(List.of(input.hidden()));
      all.forEach(it -> hidden.add(Secrets.in(it.estate())));
      Redaction redaction = new Redaction(HiddenTexts.all(hidden), false);
      for (Expanded it : orNothing(file, all)) {
        JsonWriter json = files.size() == 1 ? JsonWriter.pretty(out) : JsonWriter.compact(out);
        Estate estate = it.estate();
        new ExpandOutput(json, !noLocations, redaction)
            .write(estate.label(), estate, List.copyOf(notes));
        json.newLine().flush();
        incomplete |= it.diagnostics().stream().anyMatch(note -> note.kind().incomplete());
      }
      incomplete |= notes.stream().anyMatch(note -> note.kind().incomplete());
    }
    out.flush();
    return (incomplete ? ExitCode.INCOMPLETE : ExitCode.PASS).code();
  }

  private Input read(TemplateScan scan, Path file) {
    List<Path> asked = new Checkout(terminal).asked(List.of(file));
    List<Path> values = parameters.isEmpty() ? List.of() : new Checkout(terminal).asked(parameters);
    for (Path path : parameters) {
      if (Files.isDirectory(terminal.folder().resolve(path))) {
        throw Usage.ofOptions("--parameters names `" + path + "`, which is a folder and no file");
      }
    }
    List<Path> all = Stream.concat(asked.stream(), values.stream()).toList();
    Workspace workspace =
        Optional.ofNullable(root)
            .map(folder -> rooted(folder, all, scan))
            .orElseGet(() -> scan.workspace(all));
    return scan.read(workspace, ScanRequest.named(asked, values));
  }

  private Workspace rooted(Path folder, List<Path> paths, TemplateScan scan) {
    Path base = terminal.folder().resolve(folder).normalize();
    if (!Files.isDirectory(base)) {
      throw Usage.ofOptions("--root names `" + folder + "`, which is no folder");
    }
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw Usage.ofOptions("`" + path + "` is not there");
      }
      if (!path.startsWith(base)) {
        throw Usage.ofOptions("`" + path + "` does not lie in the folder of --root");
      }
    }
    return Workspace.of(terminal.folder(), List.of(base), scan.sources().folders());
  }

  /// A file of which nothing could be read has an object, too: it says why.
  private static List<Expanded> orNothing(Path file, List<Expanded> all) {
    Estate empty = new Estate(file.toString(), false, List.of(), List.of(), List.of(), List.of());
    return all.isEmpty() ? List.of(Expanded.of(empty)) : all;
  }
}
