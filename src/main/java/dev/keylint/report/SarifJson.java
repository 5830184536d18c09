package dev.keylint.report;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.ReportingDescriptorReference;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.ToolComponent;
import com.contrastsecurity.sarif.VersionControlDetails;
import dev.keylint.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bytes of a SARIF file.
///
/// Written by hand from java-sarif's model: a data binder would spend more time on looking at the
/// model's classes than the rest of a small scan takes. A test holds that both write the same.
final class SarifJson {
  static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final SarifMembers json;
  private final SarifJsonParts parts;

  private SarifJson(SarifMembers json) {
    this.json = json;
    this.parts = new SarifJsonParts(json);
  }

  static byte[] bytes(Run run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter out = JsonWriter.utf8(bytes)) {
      SarifMembers json = new SarifMembers(out);
      json.object(run, new SarifJson(json)::log);
      out.newLine();
    }
    return bytes.toByteArray();
  }

  private void log(Run run) {
    json.text("$schema", SCHEMA);
    json.text("version", "2.1.0");
    json.allObjects("runs", List.of(run), this::run);
  }

  private void run(Run run) {
    json.object("tool", run.getTool(), tool -> json.object("driver", tool.getDriver(), this::tool));
    json.object("automationDetails", run.getAutomationDetails(), it -> json.text("id", it.getId()));
    json.text("columnKind", run.getColumnKind());
    json.object(
        "originalUriBaseIds",
        run.getOriginalUriBaseIds(),
        bases -> {
          for (var base : bases.getAdditionalProperties().entrySet()) {
            json.object(base.getKey(), base.getValue(), parts::artifact);
          }
        });
    json.objects("versionControlProvenance", run.getVersionControlProvenance(), this::provenance);
    json.objects("invocations", run.getInvocations(), this::invocation);
    json.allObjects("results", run.getResults(), new SarifJsonResults(json, parts)::result);
    json.object("properties", run.getProperties(), parts::properties);
  }

  private void tool(ToolComponent driver) {
    json.text("name", driver.getName());
    json.text("organization", driver.getOrganization());
    json.text("fullName", driver.getFullName());
    json.text("version", driver.getVersion());
    json.text("semanticVersion", driver.getSemanticVersion());
    json.text("informationUri", driver.getInformationUri());
    json.objects("rules", driver.getRules(), this::rule);
    json.objects("notifications", driver.getNotifications(), this::rule);
  }

  private void rule(ReportingDescriptor rule) {
    json.text("id", rule.getId());
    json.text("name", rule.getName());
    json.object("shortDescription", rule.getShortDescription(), parts::words);
    json.object("fullDescription", rule.getFullDescription(), parts::words);
    json.object("help", rule.getHelp(), parts::words);
    json.text("helpUri", rule.getHelpUri());
    json.object(
        "defaultConfiguration",
        rule.getDefaultConfiguration(),
        configuration -> json.text("level", configuration.getLevel()));
    json.object("properties", rule.getProperties(), parts::properties);
  }

  private void provenance(VersionControlDetails details) {
    json.text("repositoryUri", details.getRepositoryUri());
    json.text("revisionId", details.getRevisionId());
    json.text("branch", details.getBranch());
    ArtifactLocation mapped = details.getMappedTo();
    json.object("mappedTo", mapped, parts::artifact);
  }

  private void invocation(Invocation invocation) {
    json.flag("executionSuccessful", invocation.getExecutionSuccessful());
    json.number("exitCode", invocation.getExitCode());
    json.text("startTimeUtc", time(invocation.getStartTimeUtc()));
    json.text("endTimeUtc", time(invocation.getEndTimeUtc()));
    json.objects(
        "toolExecutionNotifications",
        invocation.getToolExecutionNotifications(),
        this::notification);
    json.objects(
        "toolConfigurationNotifications",
        invocation.getToolConfigurationNotifications(),
        this::notification);
  }

  private void notification(Notification notification) {
    json.object("descriptor", notification.getDescriptor(), this::reference);
    json.object("associatedRule", notification.getAssociatedRule(), this::reference);
    json.text("level", notification.getLevel());
    json.object("message", notification.getMessage(), parts::message);
    json.objects("locations", notification.getLocations(), parts::location);
  }

  private void reference(ReportingDescriptorReference reference) {
    json.text("id", reference.getId());
    json.number("index", reference.getIndex());
  }

  /// To the millisecond, which is as much as SARIF takes.
  private static @Nullable String time(@Nullable Date time) {
    return time == null ? null : SarifWords.time(time.toInstant());
  }
}
