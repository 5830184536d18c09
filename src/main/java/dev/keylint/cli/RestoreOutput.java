package dev.keylint.cli;

import dev.keylint.finding.Coverage;
import dev.keylint.module.ModuleRestore.Outcome;
import dev.keylint.module.ModuleRestore.Restored;
import dev.keylint.report.Neutral;
import dev.keylint.report.Redaction;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What `keylint restore` prints: a line for each module, and how many there are of each kind.
final class RestoreOutput {
  /// Places of a failed module that are shown.
  private static final int MAX_PLACES = 3;

  private final Terminal terminal;

  RestoreOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  ExitCode print(List<Restored> restored, Collection<Diagnostic> diagnostics) {
    int fetched = 0;
    int present = 0;
    int skipped = 0;
    int failed = 0;
    for (Restored module : restored) {
      switch (module.outcome()) {
        case Outcome.Fetched() -> {
          fetched++;
          line("fetched  " + module.module());
        }
        case Outcome.Present() -> {
          present++;
          line("present  " + module.module());
        }
        case Outcome.Skipped(var why) -> {
          skipped++;
          line("skipped  " + module.module() + ": " + why);
        }
        case Outcome.Failed outcome -> {
          failed++;
          failed(module, outcome);
        }
      }
    }
    boolean incomplete = failed > 0;
    for (Diagnostic diagnostic : diagnostics) {
      terminal.err().println(Neutral.logged(shown(diagnostic.toString())));
      incomplete |= diagnostic.kind().incomplete();
    }
    List<String> unread = Coverage.notUnderstood(diagnostics);
    String missed =
        incomplete ? "; incomplete" + (unread.isEmpty() ? "" : ": " + files(unread.size())) : "";
    line(summary(restored.size(), fetched, present, skipped, failed) + missed);
    return incomplete ? ExitCode.INCOMPLETE : ExitCode.PASS;
  }

  private void failed(Restored module, Outcome.Failed outcome) {
    line("failed   " + module.module() + ": " + outcome.why());
    outcome.help().ifPresent(help -> line("         help: " + help));
    module.places().stream().limit(MAX_PLACES).forEach(place -> line("         at " + place));
    int more = module.places().size() - MAX_PLACES;
    if (more > 0) {
      line("         and at " + more + " more");
    }
  }

  private static String summary(int all, int fetched, int present, int skipped, int failed) {
    if (all == 0) {
      return "no references to registries";
    }
    List<String> parts = new ArrayList<>();
    parts.add(fetched + " fetched");
    parts.add(present + " already there");
    if (skipped > 0) {
      parts.add(skipped + " skipped");
    }
    parts.add(failed + " failed");
    return all + (all == 1 ? " module: " : " modules: ") + String.join(", ", parts);
  }

  private static String files(int count) {
    return count + (count == 1 ? " file" : " files") + " not fully understood";
  }

  private void line(String text) {
    terminal.out().println(Neutral.logged(shown(text)));
  }

  private static String shown(String text) {
    return Neutral.line(Redaction.byShape().text(text));
  }
}
