package dev.keylint.report;

import dev.keylint.rule.Docs;
import dev.keylint.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A rule's page, in the short form that code scanning shows beside an alert.
final class SarifHelp {
  private SarifHelp() {}

  /// For readers that know no Markdown.
  static String text(Rule rule) {
    List<String> parts = new ArrayList<>();
    parts.add(SarifWords.sentence(rule.metadata().title()));
    parts.add(rule.remediation().strip());
    parts.add(rule.docs().why().strip());
    return join(parts);
  }

  static String markdown(Rule rule) {
    Docs docs = rule.docs();
    List<String> parts = new ArrayList<>();
    parts.add("# " + rule.metadata().title());
    parts.add(docs.why().strip());
    if (!rule.remediation().isBlank()) {
      parts.add("## What to do\n\n" + rule.remediation().strip());
    }
    Stream.concat(rule.fix().stream(), rule.validations().stream().flatMap(it -> it.fix().stream()))
        .flatMap(it -> it.because().stream())
        .distinct()
        .forEach(because -> parts.add("Before you do: " + because.strip()));
    example("Noncompliant", docs.noncompliant()).ifPresent(parts::add);
    example("Compliant", docs.compliant()).ifPresent(parts::add);
    if (!docs.see().isEmpty()) {
      parts.add("## See also\n\n- <" + String.join(">\n- <", docs.see()) + ">");
    }
    return join(parts);
  }

  private static Optional<String> example(String title, Optional<Docs.Example> example) {
    return example.map(it ->
        "## " + title + "\n\n```" + it.language() + "\n" + it.text().stripTrailing() + "\n```");
  }

  private static String join(List<String> parts) {
    return String.join("\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
  }
}
