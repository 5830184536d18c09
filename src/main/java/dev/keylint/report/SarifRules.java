package dev.keylint.report;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import dev.keylint.rule.Metadata;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Rules as SARIF has them; nothing in them depends on what was scanned.
final class SarifRules {
  /// Without this tag GitHub ignores `security-severity`.
  private static final String SECURITY = "security";

  private static final int MOST_TAGS = 10;

  private SarifRules() {}

  static ReportingDescriptor of(Rule rule, ReportInput.Tool tool) {
    Metadata metadata = rule.metadata();
    ReportingDescriptor descriptor =
        new ReportingDescriptor()
            .withId(rule.id())
            .withName(SarifWords.pascal(rule.id()))
            .withShortDescription(SarifWords.description(SarifWords.sentence(metadata.title())))
            .withFullDescription(SarifWords.description(full(rule)))
            .withHelp(
                new MultiformatMessageString()
                    .withText(SarifHelp.text(rule))
                    .withMarkdown(SarifHelp.markdown(rule)))
            .withDefaultConfiguration(
                new ReportingConfiguration()
                    .withLevel(ReportingConfiguration.Level.fromValue(metadata.severity().word())))
            .withProperties(properties(metadata));
    tool.page(rule).ifPresent(descriptor::setHelpUri);
    return descriptor;
  }

  private static String full(Rule rule) {
    String why = rule.docs().why().strip();
    String first = why.split("\n\\s*\n", 2)[0].replace('\n', ' ');
    return first.isEmpty() ? SarifWords.sentence(rule.metadata().title()) : first;
  }

  private static PropertyBag properties(Metadata metadata) {
    PropertyBag bag =
        new PropertyBag()
            .withTags(tags(metadata))
            .withAdditionalProperty("precision", metadata.precision().word())
            .withAdditionalProperty("problem.severity", problem(metadata.severity()));
    metadata
        .securitySeverity()
        .filter(_ -> metadata.tags().contains(SECURITY))
        .ifPresent(number ->
            bag.setAdditionalProperty(
                "security-severity", String.format(Locale.ROOT, "%.1f", number)));
    return bag;
  }

  private static Set<String> tags(Metadata metadata) {
    List<String> cwe = metadata.frameworks().getOrDefault("cwe", List.of());
    Set<String> tags = new LinkedHashSet<>(metadata.tags());
    cwe.forEach(id -> tags.add("external/cwe/" + id.toLowerCase(Locale.ROOT)));
    return tags.stream().limit(MOST_TAGS).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String problem(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "recommendation";
    };
  }
}
