package dev.keylint.report;

import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Region;
import java.util.LinkedHashMap;
import java.util.Map;

/// The parts of a SARIF file that occur in several places.
final class SarifJsonParts {
  private final SarifMembers json;

  SarifJsonParts(SarifMembers json) {
    this.json = json;
  }

  void message(Message message) {
    json.text("text", message.getText());
  }

  void words(MultiformatMessageString words) {
    json.text("text", words.getText());
    json.text("markdown", words.getMarkdown());
  }

  void content(ArtifactContent content) {
    json.text("text", content.getText());
  }

  void location(Location location) {
    json.number("id", location.getId());
    json.object("physicalLocation", location.getPhysicalLocation(), this::physical);
    json.objects("logicalLocations", location.getLogicalLocations(), this::logical);
    json.object("message", location.getMessage(), this::message);
  }

  void artifact(ArtifactLocation artifact) {
    json.text("uri", artifact.getUri());
    json.text("uriBaseId", artifact.getUriBaseId());
    json.object("description", artifact.getDescription(), this::message);
    json.object("properties", artifact.getProperties(), this::properties);
  }

  void region(Region region) {
    json.number("startLine", region.getStartLine());
    json.number("startColumn", region.getStartColumn());
    json.number("endLine", region.getEndLine());
    json.number("endColumn", region.getEndColumn());
    json.object("snippet", region.getSnippet(), this::content);
  }

  void properties(PropertyBag bag) {
    Map<String, Object> members = new LinkedHashMap<>(bag.getAdditionalProperties());
    if (bag.getTags() != null && !bag.getTags().isEmpty()) {
      members.put("tags", bag.getTags());
    }
    json.members(members);
  }

  private void physical(PhysicalLocation place) {
    json.object("artifactLocation", place.getArtifactLocation(), this::artifact);
    json.object("region", place.getRegion(), this::region);
    json.object("contextRegion", place.getContextRegion(), this::region);
  }

  private void logical(LogicalLocation place) {
    json.text("name", place.getName());
    json.text("kind", place.getKind());
    json.text("fullyQualifiedName", place.getFullyQualifiedName());
  }
}
