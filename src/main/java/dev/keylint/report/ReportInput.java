package dev.keylint.report;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Findings;
import dev.keylint.finding.ScanSummary;
import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  /// @param rulesUri where its rules of this version have their pages; ends with `/`
  /// @param foreign ids of the rules that did not come with it: they have no page there
  public record Tool(String version, String informationUri, String rulesUri, Set<String> foreign) {
    public Tool {
      foreign = Set.copyOf(foreign);
    }

    /// The page of a rule; of a user's own the first link that it gives, if any.
    public Optional<URI> page(Rule rule) {
      return foreign.contains(rule.id())
          ? rule.docs().see().stream().flatMap(it -> link(it).stream()).findFirst()
          : Optional.of(URI.create(rulesUri + rule.id()));
    }

    private static Optional<URI> link(String text) {
      try {
        URI uri = new URI(text.strip());
        boolean web =
            "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
      } catch (URISyntaxException _) {
        return Optional.empty();
      }
    }
  }

  /// The circumstances of the run.
  ///
  /// @param category tells the analyses of one commit apart, such as `templates`
  /// @param profile the part of the rules that was chosen; empty when none was
  /// @param live whether it read Azure rather than templates
  /// @param portal where a resource of Azure can be looked at, such as `https://portal.azure.com`
  /// @param root path of the scan root in the repository; empty if it is the repository
  /// @param time when it started and ended; empty if two runs must give the same bytes
  /// @param properties what a pipeline wants to find again, such as the id of its build
  public record Run(
      String category,
      Optional<String> profile,
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
