package dev.keylint.cli;

import dev.keylint.json.JsonWriter;
import dev.keylint.plan.Interest;
import dev.keylint.report.Redaction;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
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
      description = "Templates, or .bicepparam files with their templates.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--no-locations",
      negatable = false,
      description = "Leave out where resources are declared.")
  private boolean noLocations;

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
      Judging.Input input = scan.read(List.of(file), Interest.ALL);
      List<Expanded> all = input.estates().map(it -> it).toList();
      Set<Diagnostic> notes = new LinkedHashSet<>(input.diagnostics());
      all.forEach(it -> notes.addAll(it.notes()));
      Set<String> secrets = new TreeSet<>();
      all.forEach(it -> secrets.addAll(Secrets.in(it.estate())));
      Redaction redaction = new Redaction(secrets, false);
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

  /// A file of which nothing could be read has an object, too: it says why.
  private static List<Expanded> orNothing(Path file, List<Expanded> all) {
    Estate empty = new Estate(file.toString(), false, List.of(), List.of(), List.of(), List.of());
    return all.isEmpty() ? List.of(Expanded.of(empty)) : all;
  }
}
