package dev.keylint.cli;

import dev.keylint.json.JsonWriter;
import dev.keylint.resource.Estate;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      Judging.Input input = scan.read(List.of(file));
      for (Estate estate : estates(file, input)) {
        JsonWriter json = files.size() == 1 ? JsonWriter.pretty(out) : JsonWriter.compact(out);
        new ExpandOutput(json, !noLocations).write(estate.label(), estate, input.diagnostics());
        json.newLine().flush();
        incomplete |= estate.diagnostics().stream().anyMatch(it -> it.kind().incomplete());
      }
      incomplete |= input.diagnostics().stream().anyMatch(it -> it.kind().incomplete());
    }
    out.flush();
    return (incomplete ? ExitCode.INCOMPLETE : ExitCode.PASS).code();
  }

  /// A file of which nothing could be read has an object, too: it says why.
  private static List<Estate> estates(Path file, Judging.Input input) {
    return input.estates().isEmpty()
        ? List.of(new Estate(file.toString(), false, List.of(), List.of(), List.of(), List.of()))
        : input.estates();
  }
}
