package dev.keylint.rule;

import dev.keylint.text.Source;
import java.util.Optional;

/// Takes the examples of a rule's page from its annotated cases: from Bicep, and from what Azure
/// returns where only that can break the rule.
final class CaseExamples {
  private final RuleFolder folder;

  CaseExamples(RuleFolder folder) {
    this.folder = folder;
  }

  Optional<Docs.Example> noncompliant() {
    return bicep("ruleid").or(() -> live("ruleid"));
  }

  /// Of the same kind.
  Optional<Docs.Example> compliant() {
    return bicep("ruleid").isEmpty() && live("ruleid").isPresent() ? live("ok") : bicep("ok");
  }

  /// The top-level declaration that holds the first annotation of this kind.
  private Optional<Docs.Example> bicep(String kind) {
    return folder
        .bicepCases()
        .flatMap(
            it -> annotated(it, kind, new ExampleBlock("[A-Za-z].*", ".*[\\[({]", "[}\\]].*", 0)))
        .map(it -> new Docs.Example("bicep", it));
  }

  /// The body that holds it.
  private Optional<Docs.Example> live(String kind) {
    return folder
        .liveCases()
        .flatMap(it -> annotated(it, kind, new ExampleBlock(" {2}\\{", ".*", " {2}\\}.*", 2)))
        .map(it -> new Docs.Example("json", it.replaceFirst(",$", "")));
  }

  private Optional<String> annotated(Source cases, String kind, ExampleBlock block) {
    String annotation = "// " + kind + ": " + folder.name();
    for (int line = 1; line <= cases.lineCount(); line++) {
      String text = cases.line(line).strip();
      if (text.equals(annotation) || text.startsWith(annotation + " ")) {
        return Optional.of(block.of(cases, line));
      }
    }
    return Optional.empty();
  }
}
