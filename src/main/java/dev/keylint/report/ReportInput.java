package dev.keylint.report;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Findings;
import dev.keylint.finding.ScanSummary;
import dev.keylint.rule.Metadata;
import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All that a report may say about a run, in the order in which it is said.
///
/// @param rules all rules there are, whether or not they found something
public record ReportInput(
    Tool tool,
    Run run,
    List<Rule> rules,
    List<Finding> findings,
    List<Diagnostic> diagnostics,
    ScanSummary summary,
    Redaction redaction) {
  public ReportInput {
    rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
    findings = Findings.onePerPlace(findings);
    diagnostics =
        diagnostics.stream()
            .sorted(
                Comparator.comparing(Diagnostic::location, Findings.locations())
                    .thenComparing(Diagnostic::message))
            .distinct()
            .toList();
  }

  /// The program.
  ///
  /// @param informationUri its home page
  /// @param rulesUri where the rules of this version have their pages; ends with `/`
  public record Tool(String version, String informationUri, String rulesUri) {
    /// The page of a rule.
    public String page(Metadata rule) {
      return rulesUri + rule.id();
    }
  }

  /// The circumstances of the run.
  ///
  /// @param category tells the analyses of one commit apart, such as `templates`
  /// @param live whether it read Azure rather than templates
  /// @param portal where a resource of Azure can be looked at, such as `https://portal.azure.com`
  /// @param root path of the scan root in the repository; empty if it is the repository
  /// @param time when it started and ended; empty if two runs must give the same bytes
  /// @param properties what a pipeline wants to find again, such as the id of its build
  public record Run(
      String category,
      boolean live,
      Optional<String> portal,
      int exitCode,
      String root,
      Optional<Time> time,
      Optional<Revision> revision,
      Map<String, String> properties) {
    public Run {
      properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }
  }

  /// From when to when a run lasted.
  public record Time(Instant start, Instant end) {}

  /// What was scanned: a commit, and its branch as `refs/heads/main`.
  public record Revision(String repositoryUri, String commit, String branch) {}
}
