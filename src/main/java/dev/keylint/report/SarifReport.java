package dev.keylint.report;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.RunAutomationDetails;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import com.contrastsecurity.sarif.VersionControlDetails;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Findings;
import dev.keylint.rule.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// SARIF 2.1.0.
///
/// Code scanning takes every result for an alert, whatever its `kind` or `suppressions` say: so
/// there are two profiles.
public final class SarifReport implements Reporter {
  private final Profile profile;

  public SarifReport(Profile profile) {
    this.profile = profile;
  }

  /// What becomes a result.
  public enum Profile {
    /// Failures that nobody has accepted; all else is told by notifications. For upload.
    CODE_SCANNING,
    /// All answers. For the archive, and for viewers that know the kinds of results.
    FULL
  }

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    List<Finding> chosen =
        switch (profile) {
          case CODE_SCANNING -> input.findings().stream().filter(Finding::active).toList();
          case FULL -> input.findings();
        };
    out.write(
        switch (profile) {
          case CODE_SCANNING ->
              new SarifLimits(5_000, 10 << 20)
                  .fit(worstFirst(chosen, input), kept -> run(input, chosen, kept));
          case FULL -> SarifJson.bytes(run(input, chosen, chosen));
        });
  }

  private static List<Finding> worstFirst(List<Finding> findings, ReportInput input) {
    Map<String, Double> numbers = new HashMap<>();
    for (Rule rule : input.rules()) {
      rule.metadata().securitySeverity().ifPresent(number -> numbers.put(rule.id(), number));
    }
    return findings.stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(
                    finding -> numbers.getOrDefault(finding.ruleId(), 0.0),
                    Comparator.reverseOrder()))
        .toList();
  }

  /// The run with those of the chosen findings that are kept.
  Run run(ReportInput input, List<Finding> chosen, List<Finding> kept) {
    SarifPlaces places = new SarifPlaces(input);
    SarifResults results = new SarifResults(input, places);
    int dropped = chosen.size() - kept.size();
    Run run =
        new Run()
            .withTool(new Tool().withDriver(driver(input)))
            .withAutomationDetails(new RunAutomationDetails().withId(automationId(input)))
            .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
            .withOriginalUriBaseIds(
                new OriginalUriBaseIds()
                    .withAdditionalProperty(
                        SarifPlaces.BASE,
                        new ArtifactLocation()
                            .withDescription(
                                SarifWords.message("The root folder of the repository."))))
            .withInvocations(List.of(SarifInvocation.of(input, profile, dropped, places, results)))
            .withResults(kept.stream().sorted(Findings.byPlace()).map(results::of).toList());
    input
        .run()
        .revision()
        .ifPresent(revision -> run.setVersionControlProvenance(Set.of(provenance(revision))));
    PropertyBag properties = SarifCoverage.of(input);
    input.run().profile().ifPresent(it -> properties.setAdditionalProperty("profile", it));
    input.run().properties().forEach(properties::setAdditionalProperty);
    return run.withProperties(properties);
  }

  private static ToolComponent driver(ReportInput input) {
    ReportInput.Tool tool = input.tool();
    Set<ReportingDescriptor> rules = new LinkedHashSet<>();
    input.rules().forEach(rule -> rules.add(SarifRules.of(rule, tool)));
    String name = name(input);
    return new ToolComponent()
        .withName(name)
        .withOrganization("keylint")
        .withFullName(name + " " + tool.version())
        .withVersion(tool.version())
        .withSemanticVersion(tool.version())
        .withInformationUri(URI.create(tool.informationUri()))
        .withNotifications(SarifNotifications.descriptors())
        .withRules(rules);
  }

  /// Rule sets of repositories refer to it, so it never changes.
  private static String name(ReportInput input) {
    return input.run().live() ? "keylint-live" : "keylint";
  }

  /// The slash at the end says that all of it is a category, without the id of a run.
  private static String automationId(ReportInput input) {
    String category = input.run().category();
    return category.endsWith("/") ? category : name(input) + "/" + category + "/";
  }

  private static VersionControlDetails provenance(ReportInput.Revision revision) {
    return new VersionControlDetails()
        .withRepositoryUri(URI.create(revision.repositoryUri()))
        .withRevisionId(revision.commit())
        .withBranch(revision.branch())
        .withMappedTo(new ArtifactLocation().withUriBaseId(SarifPlaces.BASE));
  }
}
