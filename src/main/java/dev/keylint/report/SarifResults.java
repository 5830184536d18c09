package dev.keylint.report;

import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Suppression;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Fingerprint;
import dev.keylint.finding.Outcome;
import dev.keylint.rule.Rule;
import dev.keylint.text.Location;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Findings as SARIF has them.
final class SarifResults {
  private final SarifPlaces places;
  private final SarifMessages messages;
  private final Map<String, Integer> ruleIndex = new HashMap<>();
  private final Set<String> identities = new HashSet<>();

  SarifResults(ReportInput input, SarifPlaces places) {
    this.places = places;
    this.messages = new SarifMessages(input, places);
    for (Rule rule : input.rules()) {
      ruleIndex.put(rule.id(), ruleIndex.size());
    }
  }

  /// One result; to be called once for each finding, in the order of the output.
  Result of(Finding finding) {
    SarifRelated related = SarifRelated.of(finding, places);
    Result result =
        new Result()
            .withRuleId(finding.ruleId())
            .withRuleIndex(index(finding.ruleId()))
            .withKind(kind(finding.outcome()))
            .withLevel(level(finding))
            .withMessage(messages.of(finding, related))
            .withLocations(List.of(location(finding)))
            .withPartialFingerprints(fingerprints(finding))
            .withProperties(properties(finding));
    if (!related.locations().isEmpty()) {
      result.setRelatedLocations(related.locations());
    }
    if (finding.instances() > 1) {
      result.setOccurrenceCount(finding.instances());
    }
    finding
        .fix()
        .filter(fix -> !fix.edits().isEmpty())
        .ifPresent(fix -> result.setFixes(Set.of(SarifFixes.of(fix, finding.at(), places))));
    finding.suppression().ifPresent(by -> result.setSuppressions(Set.of(suppression(by))));
    places.portal(finding.at()).map(URI::create).ifPresent(result::setHostedViewerUri);
    return result;
  }

  /// Place of a rule in the list of all rules.
  int index(String ruleId) {
    return Optional.ofNullable(ruleIndex.get(ruleId))
        .orElseThrow(() -> new IllegalStateException("a finding of unknown rule " + ruleId));
  }

  private static Result.Kind kind(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Fail _ -> Result.Kind.FAIL;
      case Outcome.Open _ -> Result.Kind.OPEN;
      case Outcome.Pass _ -> Result.Kind.PASS;
    };
  }

  private static Result.Level level(Finding finding) {
    return finding.outcome() instanceof Outcome.Fail
        ? Result.Level.fromValue(finding.severity().word())
        : Result.Level.NONE;
  }

  private com.contrastsecurity.sarif.Location location(Finding finding) {
    return new com.contrastsecurity.sarif.Location()
        .withPhysicalLocation(places.inContext(finding.at()))
        .withLogicalLocations(
            Set.of(
                new LogicalLocation()
                    .withName(places.plain(finding.subject().name()))
                    .withKind("resource")
                    .withFullyQualifiedName(places.plain(qualifiedName(finding)))));
  }

  private static String qualifiedName(Finding finding) {
    Finding.Subject subject = finding.subject();
    return finding.at() instanceof Location.InAzure azure
        ? azure.toString()
        : subject.type() + "/" + subject.name();
  }

  /// GitHub tells alerts apart by rule, file and line hash, so of several on one line (a template
  /// without line ends) only the first can have GitHub's own value.
  private PartialFingerprints fingerprints(Finding finding) {
    String own = Fingerprint.of(finding);
    String hash = places.lineHash(finding.at()).orElse(own + ":1");
    String file = finding.ruleId() + '\n' + places.uri(finding.at()) + '\n';
    for (int twin = 1; !identities.add(file + hash); twin++) {
      hash = own + ":" + twin;
    }
    return new PartialFingerprints()
        .withAdditionalProperty("primaryLocationLineHash", hash)
        .withAdditionalProperty(Fingerprint.VERSION, own);
  }

  private PropertyBag properties(Finding finding) {
    PropertyBag bag =
        new PropertyBag()
            .withAdditionalProperty("resourceType", places.plain(finding.subject().type()));
    if (!finding.subject().property().isEmpty()) {
      bag.setAdditionalProperty("property", places.plain(finding.subject().property()));
    }
    if (!finding.deployments().isEmpty()) {
      List<String> deployments = new ArrayList<>();
      finding.deployments().forEach(label -> deployments.add(places.plain(label)));
      bag.setAdditionalProperty("deployments", deployments);
    }
    return bag;
  }

  private Suppression suppression(dev.keylint.finding.Suppression by) {
    String until = by.until().map(day -> " (until " + day + ")").orElse("");
    Suppression suppression =
        new Suppression()
            .withKind(
                switch (by.origin()) {
                  case SOURCE -> Suppression.Kind.IN_SOURCE;
                  case CONFIGURATION, BASELINE -> Suppression.Kind.EXTERNAL;
                })
            .withStatus(Suppression.Status.ACCEPTED)
            .withLocation(
                new com.contrastsecurity.sarif.Location()
                    .withPhysicalLocation(places.physical(by.at())));
    String justification = places.plain(by.reason() + until).strip();
    return justification.isEmpty() ? suppression : suppression.withJustification(justification);
  }
}
