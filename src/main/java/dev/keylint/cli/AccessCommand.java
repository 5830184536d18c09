package dev.keylint.cli;

import dev.keylint.access.Inventory;
import dev.keylint.access.LeftOut;
import dev.keylint.access.Row;
import dev.keylint.access.UnreadSettings;
import dev.keylint.check.CallAnswers;
import dev.keylint.check.Engine;
import dev.keylint.module.IoProblem;
import dev.keylint.report.AccessChainText;
import dev.keylint.report.AccessCsv;
import dev.keylint.report.AccessJson;
import dev.keylint.report.AccessReport;
import dev.keylint.report.AccessText;
import dev.keylint.report.HiddenTexts;
import dev.keylint.report.Neutral;
import dev.keylint.report.Redaction;
import dev.keylint.resource.Estate;
import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `keylint access`: who can call which service, as whom, and whether that works.
@Command(
    name = "access",
    description =
        "Lists who calls which Azure OpenAI, Foundry and Search service, as whom and by which role,"
            + " and who else may call or manage it, list its keys or assign roles.")
final class AccessCommand implements Callable<Integer> {
  private static final int MOST_LINES = 10;

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
      description = "A snapshot that `keylint live --save` wrote, instead of templates.")
  private @Nullable Path state;

  @Option(
      names = "--explain",
      arity = "2",
      paramLabel = "FROM TO",
      hideParamSyntax = true,
      description =
          "Explains the calls from a workload to a service, link by link: what holds, what the"
              + " caller gets, and what would repair it.")
  private List<String> explain = new ArrayList<>();

  @Option(
      names = "--for",
      paramLabel = "NAME",
      description =
          "Only what one workload or identity can call, and what its roles let it do besides; its"
              + " name, object id or client id.")
  private @Nullable String who;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT[=FILE]",
      description = "text, json or csv. Without FILE to standard output. Default: text.")
  private String output = "text";

  @Mixin private final OwnRules own = new OwnRules();
  @Mixin private final TemplateOptions templates = new TemplateOptions();

  AccessCommand(Terminal terminal, Rules rules) {
    this.terminal = terminal;
    this.rules = rules;
  }

  /// What one estate gives.
  ///
  /// @param names what its workloads and identities are known by, if somebody asks for one
  /// @param unread what is not known of the settings of its workloads
  private record Part(
      List<Row> rows,
      Set<String> names,
      HiddenTexts hidden,
      List<Diagnostic> diagnostics,
      List<Diagnostic> unread) {}

  @Override
  public Integer call() {
    AccessFormat format = AccessFormat.of(output);
    List<Rule> all = own.load(rules, terminal);
    Input input = input(all);
    CallAnswers answers = new CallAnswers(all);
    Engine engine = new Engine(all);
    List<Part> parts = input.estates().map(it -> part(it, answers, engine)).toList();
    List<HiddenTexts> hidden = new ArrayList<>(List.of(input.hidden()));
    Set<Diagnostic> diagnostics = new LinkedHashSet<>(input.diagnostics());
    Set<Diagnostic> unread = new LinkedHashSet<>();
    List<Row> rows = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Part part : parts) {
      rows.addAll(part.rows());
      names.addAll(part.names());
      hidden.add(part.hidden());
      diagnostics.addAll(part.diagnostics());
      unread.addAll(part.unread());
    }
    diagnostics.addAll(input.estates().notes());
    Redaction redaction = new Redaction(HiddenTexts.all(hidden), false);
    write(
        format,
        new AccessQuery(Optional.ofNullable(who), List.copyOf(explain))
            .of(Inventory.joined(rows), names),
        redaction);
    say(unread, "", redaction);
    return exit(diagnostics, redaction).code();
  }

  private Input input(List<Rule> all) {
    Optional<Path> snapshot = Optional.ofNullable(state);
    if (snapshot.isPresent() && !paths.isEmpty()) {
      throw Usage.ofOptions("give either --state or paths, not both");
    }
    return snapshot
        .map(file -> StateFile.read(terminal.folder().resolve(file), file.toString()).alone())
        .orElseGet(() ->
            TemplateScan.of(terminal, templates, own)
                .read(paths, Assessment.interest(new Engine(all))));
  }

  private Part part(Expanded expanded, CallAnswers answers, Engine engine) {
    Estate estate = expanded.estate();
    return new Part(
        Inventory.of(estate, answers, leftOut(expanded.supposed().of(engine))),
        Optional.ofNullable(who).map(_ -> Inventory.names(estate)).orElse(Set.of()),
        Secrets.in(estate),
        expanded.diagnostics(),
        UnreadSettings.in(estate));
  }

  /// The services that are called and left out, in the words of a scan.
  private static Map<Location, LeftOut> leftOut(Expanded.Supposed supposed) {
    Map<Location, LeftOut> all = new HashMap<>();
    for (Expanded.Trial trial : supposed.trials()) {
      all.putAll(
          LeftOut.in(
              trial.estate(),
              path ->
                  trial.declarations().contains(path)
                      ? Optional.of(trial.cause().apply(path))
                          .map(it -> new LeftOut.Cause(it.unless(), it.at()))
                      : Optional.empty()));
    }
    return all;
  }

  private void write(AccessFormat format, List<Row> rows, Redaction redaction) {
    boolean colours = format.file().isEmpty() && terminal.colours();
    AccessReport report =
        switch (format.name()) {
          case "json" -> new AccessJson(redaction);
          case "csv" -> new AccessCsv(redaction);
          default ->
              explain.isEmpty()
                  ? new AccessText(colours, terminal.width(), redaction, Optional.ofNullable(who))
                  : new AccessChainText(colours, terminal.width(), redaction);
        };
    String where = format.file().map(it -> "`" + it + "`").orElse("standard output");
    try {
      if (format.file().isPresent()) {
        Path file = terminal.folder().resolve(format.file().orElseThrow());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          report.write(rows, out);
        }
      } else {
        report.write(rows, terminal.out());
        terminal.out().flush();
      }
    } catch (IOException e) {
      throw new Usage(where + " can't be written: " + IoProblem.reason(e));
    }
  }

  /// What could not be read may hide a caller: it is said, and the run is incomplete.
  private ExitCode exit(Set<Diagnostic> diagnostics, Redaction redaction) {
    List<Diagnostic> lost = diagnostics.stream().filter(it -> it.kind().incomplete()).toList();
    say(lost, "; `keylint scan` shows all", redaction);
    return lost.isEmpty() ? ExitCode.PASS : ExitCode.INCOMPLETE;
  }

  private void say(Collection<Diagnostic> all, String more, Redaction redaction) {
    all.stream()
        .limit(MOST_LINES)
        .map(it -> redaction.line(it.location() + ": " + it.message()))
        .forEach(line -> terminal.err().println(Neutral.logged(line)));
    if (all.size() > MOST_LINES) {
      terminal.err().println("and " + (all.size() - MOST_LINES) + " more" + more);
    }
  }
}
