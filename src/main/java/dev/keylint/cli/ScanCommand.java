package dev.keylint.cli;

import dev.keylint.check.TraceRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `keylint scan`: templates, or a snapshot of Azure, against the rules.
@Command(
    name = "scan",
    description = "Checks Bicep and ARM templates, each root with its parameter files and modules.")
final class ScanCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Rules rules;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders. Default: the current folder.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "A snapshot that `keylint live --save` wrote: it is judged instead of templates; with"
              + " paths the templates there are judged, and compared with it.")
  private @Nullable Path state;

  @Option(
      names = "--trace",
      arity = "2",
      paramLabel = "RULE RESOURCE",
      hideParamSyntax = true,
      description = "Explains what the rule says about a resource of this name.")
  private List<String> trace = new ArrayList<>();

  @Mixin private final TemplateOptions templates = new TemplateOptions();
  @Mixin private final ReportOptions options = new ReportOptions();

  ScanCommand(Terminal terminal, Rules rules) {
    this.terminal = terminal;
    this.rules = rules;
  }

  private Optional<TraceRequest> request() {
    return trace.size() < 2
        ? Optional.empty()
        : Optional.of(new TraceRequest(trace.get(0), trace.get(1)));
  }

  @Override
  public Integer call() {
    Judging judging = new Judging(terminal, rules, options);
    Optional<StateFile> snapshot =
        Optional.ofNullable(state)
            .map(file -> StateFile.read(terminal.folder().resolve(file), file.toString()));
    return judging.judge(input(snapshot, judging), request()).code();
  }

  private Input input(Optional<StateFile> snapshot, Judging judging) {
    if (snapshot.isPresent() && paths.isEmpty()) {
      return snapshot.orElseThrow().alone();
    }
    Input input =
        TemplateScan.of(terminal, templates, options.rules()).read(paths, judging.interest());
    return snapshot.map(it -> it.beside(input)).orElse(input);
  }
}
