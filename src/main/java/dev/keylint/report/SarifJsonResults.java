package dev.keylint.report;

import com.contrastsecurity.sarif.ArtifactChange;
import com.contrastsecurity.sarif.Fix;
import com.contrastsecurity.sarif.Replacement;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Suppression;

/// The results of a SARIF file.
final class SarifJsonResults {
  private final SarifMembers json;
  private final SarifJsonParts parts;

  SarifJsonResults(SarifMembers json, SarifJsonParts parts) {
    this.json = json;
    this.parts = parts;
  }

  /// `kind` and `level` are written even where they are SARIF's defaults: a missing level would
  /// mean the rule's, from which a finding may differ.
  void result(Result result) {
    json.text("ruleId", result.getRuleId());
    json.number("ruleIndex", result.getRuleIndex());
    json.text("kind", result.getKind());
    json.text("level", result.getLevel());
    json.object("message", result.getMessage(), parts::message);
    json.objects("locations", result.getLocations(), parts::location);
    json.objects("relatedLocations", result.getRelatedLocations(), parts::location);
    json.object(
        "partialFingerprints",
        result.getPartialFingerprints(),
        prints -> json.members(prints.getAdditionalProperties()));
    json.number("occurrenceCount", result.getOccurrenceCount());
    json.text("hostedViewerUri", result.getHostedViewerUri());
    json.objects("fixes", result.getFixes(), this::fix);
    json.objects("suppressions", result.getSuppressions(), this::suppression);
    json.object("properties", result.getProperties(), parts::properties);
  }

  private void fix(Fix fix) {
    json.object("description", fix.getDescription(), parts::message);
    json.objects("artifactChanges", fix.getArtifactChanges(), this::change);
  }

  private void change(ArtifactChange change) {
    json.object("artifactLocation", change.getArtifactLocation(), parts::artifact);
    json.objects("replacements", change.getReplacements(), this::replacement);
  }

  private void replacement(Replacement replacement) {
    json.object("deletedRegion", replacement.getDeletedRegion(), parts::region);
    json.object("insertedContent", replacement.getInsertedContent(), parts::content);
  }

  private void suppression(Suppression suppression) {
    json.text("kind", suppression.getKind());
    json.text("status", suppression.getStatus());
    json.text("justification", suppression.getJustification());
    json.object("location", suppression.getLocation(), parts::location);
  }
}
